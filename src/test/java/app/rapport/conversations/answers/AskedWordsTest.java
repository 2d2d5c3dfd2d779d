package app.rapport.conversations.answers;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.listening.WantsAnswer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedWordsTest {
    @Test
    void the_question_itself_is_quoted() {
        assertThat(
                        asked(
                                "Thanks for the sheet. Could you change twelve housings at Easter? We shut down on Friday."))
                .contains("Could you change twelve housings at Easter?");
    }

    @Test
    void a_request_without_a_question_mark_is_quoted() {
        assertThat(asked("The audit is on the 19th. Please send me the report for lot 7714."))
                .contains("Please send me the report for lot 7714.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The pumps left today. Let me know if I can be of further assistance.",
                "Here is the list. Let me know if you need any more information.",
                "Please let us know if you need any other information.",
                "Please see the attached schedule for the details.",
                "Robert will call back tomorrow to let us know more.",
                "Anything else you can define, let me know!",
                "The filters arrived. We are glad with them."
            })
    void a_way_to_close_is_no_request(String words) {
        assertThat(asked(words)).isEmpty();
    }

    @Test
    void the_sentence_says_what_was_asked_and_of_how_many() {
        String words = "Which line has to run first?";
        assertThat(why(words, 1)).isEqualTo("Asks you alone: “Which line has to run first?”");
        assertThat(why(words, 2))
                .isEqualTo("Asks you and one other: “Which line has to run first?”");
        assertThat(why(words, 6))
                .isEqualTo("Asks you and 5 others: “Which line has to run first?”");
    }

    @Test
    void a_long_question_is_shortened_between_words() {
        String why = why("Could you tell me " + "again and ".repeat(30) + "again?", 1);
        assertThat(why).hasSizeLessThan(190).endsWith("and …”");
    }

    @Test
    void where_nothing_is_asked_habit_speaks() {
        assertThat(why("The filters arrived.", 1)).isEqualTo("Wrote to you.");
    }

    private static Optional<String> asked(String words) {
        return find(words).map(found -> words.substring(found.start(), found.end()));
    }

    private static Optional<AskedWords> find(String words) {
        WantsAnswer wants = WantsAnswer.of(words, "");
        return AskedWords.in(words, wants.probability(), wants.start(), wants.end());
    }

    private static String why(String words, int recipients) {
        return WaitingWords.why(words, find(words), "Wrote to you", recipients);
    }
}
