package app.rapport.promises.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotedTest {
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 10, 0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I will send her the pressure-drop sheet by Friday. | OURS",
                "I'll get back to her with an answer by Friday. | OURS",
                "She will send us the trial dates by Friday. | THEIRS",
                "Marta will send the drawings by Friday. | THEIRS",
                "Marta Vesely promised to send the drawings by Friday. | THEIRS",
                "They'll send the signed frame by Friday. | THEIRS"
            })
    void a_note_says_who_promises_and_by_when(String note, Promise.Side side) {
        assertThat(Noted.in("Good talk.\n\n" + note, "Marta Vesely", MONDAY))
                .singleElement()
                .satisfies(one -> assertThat(one.side()).isEqualTo(side))
                .satisfies(one ->
                        assertThat(one.promised().due().orElseThrow().day())
                                .isEqualTo(LocalDate.of(2026, 3, 6)));
    }

    @Test
    void what_merely_happened_is_no_promise() {
        assertThat(Noted.in("She liked the plant. Luis will retire.", "Marta Vesely", MONDAY))
                .isEmpty();
    }
}
