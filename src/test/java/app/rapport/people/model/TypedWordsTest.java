package app.rapport.people.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"+44 20 7946 0018", "0044 20 7946 0018", "(020) 7946-0018", "020.7946/0018"})
    void every_way_to_write_a_number_has_the_same_end(String typed) {
        assertThat("+442079460018").contains(TypedWords.of(typed).getFirst());
        assertThat("02079460018").contains(TypedWords.of(typed).getFirst());
    }

    @Test
    void words_lose_their_accents_and_marks_that_are_no_letters() {
        assertThat(TypedWords.of("  Żaneta  O'Ąk -- ")).containsExactly("zaneta", "o", "ak");
        assertThat(TypedWords.of(" ' % _ ")).isEmpty();
        assertThat(TypedWords.of("3M")).containsExactly("3m");
        assertThat(TypedWords.of("123")).containsExactly("123");
    }
}
