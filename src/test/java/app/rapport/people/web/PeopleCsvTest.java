package app.rapport.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleCsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"x\")",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "+44-20"
            })
    void a_cell_that_a_spreadsheet_would_run_is_text(String cell) {
        assertThat(PeopleCsv.safe(cell)).isEqualTo("'" + cell);
    }

    @Test
    void other_cells_stay_as_they_are() {
        assertThat(PeopleCsv.safe("Marta = Vesely")).isEqualTo("Marta = Vesely");
        assertThat(PeopleCsv.safe("+44 20 7946 0018")).isEqualTo("+44 20 7946 0018");
        assertThat(PeopleCsv.safe("")).isEmpty();
    }
}
