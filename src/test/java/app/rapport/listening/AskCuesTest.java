package app.rapport.listening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AskCuesTest {
    @Test
    void there_are_no_more_cues_than_a_long_has_bits() {
        assertThat(AskCues.count()).isBetween(40, Long.SIZE);
    }

    @Test
    void addresses_and_numbers_of_one_sort_are_one_word() {
        assertThat(words("write to anna@lea.example."))
                .isEqualTo(words("write to b.c-d@support.example"));
        assertThat(words("see www.lea.example/a?b")).isEqualTo(words("see http://lea.example"));
        assertThat(words("call 713-555-0142")).isEqualTo(words("call 713.555.0199"));
        assertThat(words("at 10:30am")).isEqualTo(words("at 9pm"));
        assertThat(words("bring 3")).isEqualTo(words("bring 40"));
        assertThat(words("at 3")).isNotEqualTo(words("at 3pm"));
    }

    @Test
    void a_desk_s_address_is_told_from_a_person_s() {
        assertThat(words("write to support@lea.example"))
                .isNotEqualTo(words("write to anna@lea.example"));
    }

    @Test
    void an_order_is_a_verb_where_a_clause_begins() {
        assertThat(cues("Call Anna.")).isEqualTo(cues("call anna"));
        assertThat(cues("If it rains, call Anna") & ~cues("If it rains, the call Anna"))
                .as("an order")
                .isNotZero();
    }

    @Test
    void a_class_of_words_stands_for_each_of_them() {
        assertThat(cues("Could you come?")).isEqualTo(cues("Would you come?"));
        assertThat(cues("Could you come?")).isNotEqualTo(cues("Could she come?"));
    }

    @Test
    void nothing_has_no_cue() {
        assertThat(cues("")).isZero();
        assertThat(AskFeatures.of("")).isNotEmpty();
    }

    private static int[] words(String sentence) {
        return AskWords.of(sentence);
    }

    private static long cues(String sentence) {
        return AskCues.in(words(sentence));
    }
}
