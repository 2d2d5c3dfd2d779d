package app.rapport.customerbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Given sets of answers reproduce what was published of them, or computed beside us. */
class GivenSurveysTest {
    private static final Path SETS =
            Path.of(
                    System.getenv().getOrDefault("RAPPORT_TEST_DATA", "../shared/data"),
                    "survey-csat");

    @BeforeAll
    static void where_they_are_there() {
        Assumptions.assumeTrue(Files.isDirectory(SETS), "no sets in " + SETS);
    }

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(SETS.resolve(file))) {
            return reader.stream().toList();
        }
    }

    @Test
    void a_phone_company_of_595_answers_stands_at_minus_23_19() throws IOException {
        long[] counts = new long[11];
        for (NamedCsvRecord row : rows("nps_verbatim_first600.csv"))
            if (!row.getField("NPS_SCORE").isBlank())
                counts[Integer.parseInt(row.getField("NPS_SCORE"))]++;

        NetPromoter net = NetPromoter.of(counts);

        assertThat(net).isEqualTo(new NetPromoter(177, 103, 315));
        assertThat(net.score()).isCloseTo(-23.19, within(.005));
        // computed beside us: sqrt((177/595 + 315/595 - (138/595)^2) / 595) = 0.03605
        assertThat(net.standardError()).isCloseTo(3.605, within(.001));
    }

    /** Tenenhaus, Vinzi, Chatelin and Lauro, CSDA 48 (2005), table 1. */
    @Test
    void the_blocks_of_the_european_index_are_as_reliable_as_published() throws IOException {
        assertThat(alpha("IMAG", 5)).isCloseTo(.723, within(.0005));
        assertThat(alpha("CUEX", 3)).isCloseTo(.452, within(.0005));
        assertThat(alpha("PERQ", 7)).isCloseTo(.877, within(.0005));
        assertThat(alpha("PERV", 2)).isCloseTo(.824, within(.0005));
        assertThat(alpha("CUSA", 3)).isCloseTo(.779, within(.0005));
        assertThat(alpha("CUSL", 3)).isCloseTo(.472, within(.0005));
    }

    private static double alpha(String block, int items) throws IOException {
        return Reliability.alpha(
                rows("ecsi_mobi.csv").stream()
                        .map(row ->
                                IntStream.rangeClosed(1, items)
                                        .mapToDouble(
                                                i -> Double.parseDouble(row.getField(block + i)))
                                        .toArray())
                        .toArray(double[][]::new));
    }

    @Test
    void their_satisfaction_has_the_mean_and_range_computed_beside_us() throws IOException {
        long[] counts = new long[10];
        for (NamedCsvRecord row : rows("ecsi_mobi.csv"))
            counts[Integer.parseInt(row.getField("CUSA1")) - 1]++;

        Range range = MeanRating.range(1, counts).orElseThrow();

        assertThat(range.value()).isCloseTo(7.988, within(1e-9));
        assertThat(range.high() - range.low()).isCloseTo(.2763, within(.0005));
    }
}
