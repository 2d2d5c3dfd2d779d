package app.rapport.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromisedTest {
    private static final LocalDateTime WEDNESDAY = LocalDateTime.of(2026, 3, 4, 10, 0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'll send the draft by Tuesday",
                "I don’t know, I’ll get back to you by Monday.",
                "Thanks, will do.",
                "Will send the numbers tonight.",
                "I am going to talk to Petra and let you know."
            })
    void who_says_what_they_will_do_commits(String sentence) {
        assertThat(Commitments.of(sentence)).isGreaterThan(.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Could you send me the draft by Tuesday?",
                "The train leaves on Tuesday.",
                "I hope we will see you there.",
                "I won't be able to do that.",
                "Will you send it?"
            })
    void who_asks_hopes_or_tells_does_not(String sentence) {
        assertThat(Commitments.of(sentence)).isLessThan(.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I will be\nout of the office on Monday.",
                "I'll see you on Tuesday.",
                "I will be taking vacation this afternoon."
            })
    void where_one_will_be_is_told_and_not_promised(String sentence) {
        assertThat(Promised.in(sentence, WEDNESDAY, 0)).noneMatch(Promised::isLikely);
    }

    @Test
    void the_day_is_that_of_the_sentence_that_promises() {
        String text = "We met on Monday. I'll send the offer by Friday. See you in May.";
        assertThat(Promised.due(text, WEDNESDAY)).contains(LocalDate.of(2026, 3, 6));
        assertThat(Promised.in(text, WEDNESDAY, .5))
                .extracting(Promised::sentence)
                .containsExactly("I'll send the offer by Friday.");
    }
}
