package app.rapport.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsksCrossValidationTest {
    private static final Path DATA =
            Path.of(System.getenv().getOrDefault("RAPPORT_TEST_DATA", "../shared/data"));

    @Test
    void sentences_never_seen_are_told_apart_as_well_as_the_docs_say() throws Exception {
        assumeThat(DATA.resolve(AskTraining.LABELLED)).exists();

        AskScores scores = AskTraining.read(DATA).crossValidated("");

        assertThat(scores.f1(.5)).isGreaterThan(.84);
    }
}
