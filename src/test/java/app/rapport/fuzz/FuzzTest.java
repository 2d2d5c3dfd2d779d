package app.rapport.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Some bent files of each kind; {@code bin/fuzz} reads as many as there is time for. */
class FuzzTest {
    private static final long SEED = 20_261_126;
    private static final int FILES = 25;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void a_bent_file_stops_no_reader_and_costs_nothing_that_comes_after(Kind kind) {
        List<byte[]> seeds = Seeds.made(kind);
        List<String> faults = new ArrayList<>();
        for (int number = 0; number < FILES; number++) {
            Bent bent = Bent.of(kind, seeds, SEED, number);
            String place = kind + " " + number + ": ";
            Trial.of(bent, folder).fault().ifPresent(fault -> faults.add(place + fault));
        }
        assertThat(faults).isEmpty();
    }
}
