package app.rapport.agenda.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhyTest {
    private static final String WORDS = "Thank you.\nCan your crew do it? We must know by Friday.";

    @Test
    void words_that_stand_below_are_parted_from_what_is_concluded() {
        assertThat(Why.of("Asks you alone: “Can your crew do it?”", WORDS))
                .isEqualTo(new Why("Asks you alone:", "“Can your crew do it?”"));
        assertThat(Why.of("Asks you alone: “Thank you. Can your crew …”", WORDS).quoted())
                .isNotEmpty();
    }

    @Test
    void words_that_stand_nowhere_else_stay() {
        String why = "Asks you alone: “When does it leave?”";
        assertThat(Why.of(why, WORDS)).isEqualTo(new Why(why, ""));
        String promised = "You promised “send the sheet” by Friday 20 November.";
        assertThat(Why.of(promised, "send the sheet")).isEqualTo(new Why(promised, ""));
    }
}
