package app.rapport.calls.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written on in two windows becomes one, field by field. */
class HardWordsTest {
    private static HardWords words(String fear, String face) {
        return new HardWords(Map.of(HardField.FEAR, fear, HardField.FACE, face));
    }

    @Test
    void fields_that_only_one_window_changed_are_taken_from_it() {
        assertThat(HardWords.union(words("a", "b"), words("a", "b and c"), words("a or d", "b")))
                .isEqualTo(words("a or d", "b and c"));
    }

    @Test
    void no_line_is_lost_where_both_wrote_in_one_field() {
        String both =
                HardWords.union(words("", ""), words("mine", ""), words("theirs", ""))
                        .of(HardField.FEAR);
        assertThat(both.lines()).containsExactlyInAnyOrder("mine", "theirs");
    }

    @Test
    void a_field_of_blanks_says_nothing() {
        assertThat(words(" \r\n", "").said()).isEmpty();
    }
}
