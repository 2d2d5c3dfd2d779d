package app.rapport.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void what_fits_stays_to_the_letter() {
        assertThat(Excerpt.of("Twelve housings", 15)).isEqualTo("Twelve housings");
    }

    @Test
    void it_is_cut_between_words() {
        assertThat(Excerpt.of("Twelve housings before Easter", 22))
                .isEqualTo("Twelve housings before …");
        assertThat(Excerpt.of("Twelve housings before Easter", 21)).isEqualTo("Twelve housings …");
    }

    @Test
    void a_word_that_would_leave_next_to_nothing_is_cut_itself() {
        assertThat(Excerpt.of("A " + "donaudampfschiff".repeat(9), 20))
                .isEqualTo("A donaudampfschiffdo …");
        assertThat(Excerpt.of("donaudampfschiff".repeat(9), 5)).isEqualTo("donau …");
    }

    @Test
    void no_letter_is_cut_in_two() {
        assertThat(Excerpt.of("ab𝄞cd", 3)).isEqualTo("ab …");
        assertThat(Excerpt.of("ab𝄞cd", 4)).isEqualTo("ab𝄞 …");
    }

    @Test
    void a_line_has_its_white_space_folded() {
        assertThat(Excerpt.line("  Twelve\n\thousings ", 40)).isEqualTo("Twelve housings");
    }
}
