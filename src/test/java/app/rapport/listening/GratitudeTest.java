package app.rapport.listening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GratitudeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nora, meet Luis. Luis runs the bottling line. | INTRODUCTION",
                "I'd like to introduce you to Luis, who buys for them. | INTRODUCTION",
                "Dear both, I am connecting you two as promised. | INTRODUCTION",
                "I have copied Luis, who knows the details. | INTRODUCTION",
                "Looping in Luis from purchasing. | INTRODUCTION",
                "I recommended you to my cousin at the dairy. | REFERRAL",
                "We have passed your name on to the brewery. | REFERRAL",
                "I gave Helen your number. | REFERRAL"
            })
    void who_brings_people_together_or_passes_a_name_on_is_owed_thanks(
            String text, Gratitude.Kind kind) {
        assertThat(Gratitude.in(text)).map(Gratitude.Found::kind).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can we meet on Monday?",
                "Let us meet Thursday at ten.",
                "We introduced a new price list.",
                "Could you introduce me to Luis?",
                "I recommended the larger pump.",
                "With the added Alberta property they pick up land.",
                "Nice to meet you."
            })
    void what_only_sounds_alike_is_not(String text) {
        assertThat(Gratitude.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thank you for the introduction, we speak on Monday. | true",
                "Thanks again, that was kind. | true",
                "It was a pleasure meeting you. | true",
                "The sheet is attached. Thanks, Nora | false",
                "Can you send the drawing? Thanks | false"
            })
    void thanks_are_more_than_the_word_above_a_name(String text, boolean thanks) {
        assertThat(Gratitude.thanks(text)).isEqualTo(thanks);
    }
}
