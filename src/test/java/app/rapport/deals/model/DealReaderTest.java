package app.rapport.deals.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of exports as their programs write them. */
class DealReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12500; 12500.00",
                "12,500; 12500.00",
                "12.500; 12500.00",
                "12,500.5; 12500.50",
                "1.234.567,89; 1234567.89",
                "$ 1 200; 1200.00",
                "EUR 7,25; 7.25",
                "-40; -40.00",
                "1'000; 1000.00"
            })
    void an_amount_is_read_however_it_is_written(String written, String amount) {
        assertThat(Amounts.read(written).orElseThrow().toPlainString()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"many", "1e9", "99999999999999999", "1-2"})
    void what_is_no_amount_is_none(String written) {
        assertThat(Amounts.read(written)).isEmpty();
    }

    private static Map<String, String> cells(String... pairs) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) cells.put(pairs[i], pairs[i + 1]);
        return cells;
    }

    private static DealRow read(Map<String, String> cells) {
        return new DealReader(List.of(cells)).read(cells);
    }

    @Test
    void a_row_with_words_run_together_says_the_same() {
        DealRow row =
                read(
                        cells(
                                "Id",
                                "006A",
                                "AccountId",
                                "001B",
                                "StageName",
                                "Closed Won",
                                "Name",
                                "Pumps",
                                "CloseDate",
                                "2026-09-30",
                                "IsWon",
                                "true",
                                "Type",
                                "New"));

        assertThat(row.id()).isEqualTo("006A");
        assertThat(row.accountId()).isEqualTo("001B");
        assertThat(row.won()).contains(true);
        assertThat(row.texts())
                .containsEntry(DealField.NAME, "Pumps")
                .containsEntry(DealField.CLOSED_ON, "2026-09-30");
        assertThat(row.extra()).containsEntry("Type", "New");
    }

    @Test
    void a_row_without_a_name_is_called_by_what_is_sold_and_to_whom() {
        DealRow row =
                read(
                        cells(
                                "opportunity_id",
                                "1C",
                                "product",
                                "Valve kit",
                                "account",
                                "Quillbrook",
                                "deal_stage",
                                "Engaging",
                                "engage_date",
                                "3/14/2026"));

        assertThat(row.name()).isEqualTo("Valve kit for Quillbrook");
        assertThat(row.stage()).isEqualTo("Engaging");
        assertThat(row.createdAt()).isPresent();
    }

    @Test
    void a_cell_that_cannot_be_used_is_kept_beside_the_deal() {
        DealRow row = read(cells("Deal name", "Pumps", "Amount", "a lot", "Close date", "soon"));

        assertThat(row.texts()).doesNotContainKeys(DealField.AMOUNT, DealField.CLOSES_ON);
        assertThat(row.extra())
                .containsEntry("Value", "a lot")
                .containsEntry("Expected close", "soon");
    }

    @Test
    void people_are_told_by_their_addresses_and_companies_by_their_domain() {
        DealRow row =
                read(
                        cells(
                                "Deal Name",
                                "Pumps",
                                "Associated Contact Email",
                                "Mira@Vesely.example",
                                "Associated Company Domain",
                                "https://www.vesely.example/x"));

        assertThat(row.mails()).containsExactly("mira@vesely.example");
        assertThat(row.domain()).isEqualTo("vesely.example");
    }
}
