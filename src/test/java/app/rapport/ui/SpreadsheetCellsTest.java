package app.rapport.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellsTest {
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
        assertThat(SpreadsheetCells.guarded(cell)).isEqualTo("'" + cell);
    }

    @Test
    void other_cells_stay_as_they_are() {
        assertThat(SpreadsheetCells.guarded("Marta = Vesely")).isEqualTo("Marta = Vesely");
        assertThat(SpreadsheetCells.guarded("+44 20 7946 0018")).isEqualTo("+44 20 7946 0018");
        assertThat(SpreadsheetCells.guarded("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "'=1+1", "''-2", "'plain", "-", "+44 20 7946 0018", "", "'"})
    void reading_takes_away_what_writing_put_there(String cell) {
        assertThat(SpreadsheetCells.plain(SpreadsheetCells.guarded(cell))).isEqualTo(cell);
    }
}
