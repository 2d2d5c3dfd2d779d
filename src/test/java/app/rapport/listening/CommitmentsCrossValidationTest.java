package app.rapport.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommitmentsCrossValidationTest {
    private static final Path DATA =
            Path.of(System.getenv().getOrDefault("RAPPORT_TEST_DATA", "../shared/data"));

    @Test
    void commitments_in_meetings_never_seen_are_found_as_well_as_the_docs_say() throws Exception {
        assumeThat(DATA.resolve(CommitmentTraining.MEETINGS)).exists();

        CommitmentTraining training = CommitmentTraining.read(DATA);

        assertThat(training.at(training.crossValidations(), .5).f1()).isGreaterThan(.40);
    }
}
