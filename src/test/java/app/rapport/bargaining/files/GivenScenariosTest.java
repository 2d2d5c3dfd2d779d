package app.rapport.bargaining.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.bargaining.Enumeration;
import app.rapport.bargaining.Frontier;
import app.rapport.bargaining.Held;
import app.rapport.bargaining.Negotiation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class GivenScenariosTest {
    private static Path folder() {
        String data = System.getenv("RAPPORT_TEST_DATA");
        Path folder = Path.of(data == null ? "" : data, "negotiation-anac");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no real data here");
        return folder;
    }

    @Test
    void each_pair_of_profiles_has_the_frontier_of_all_its_outcomes() throws IOException {
        Path folder = folder();
        int seen = 0;
        for (String row : Files.readAllLines(folder.resolve("index.csv"))) {
            List<String> cells = List.of(row.split(","));
            if (!cells.get(4).equals("linear-additive")) continue;
            Path scenario = folder.resolve(cells.getFirst());
            String[] profiles = cells.get(7).split(";");
            for (int a = 0; a + 1 < profiles.length; a++) {
                Negotiation negotiation =
                        GeniusXml.read(
                                scenario.resolve(cells.get(6)),
                                scenario.resolve(profiles[a]),
                                scenario.resolve(profiles[a + 1]));
                assertThat(negotiation.domain().outcomes()).hasToString(cells.get(2));
                Held.against(new Enumeration(negotiation), Frontier.of(negotiation));
                seen++;
            }
        }
        assertThat(seen).isEqualTo(19);
    }

    @Test
    void a_nonlinear_space_is_refused() {
        Path scenario = folder().resolve("other/S-1NIKFRT-1");
        assertThatThrownBy(() ->
                        GeniusXml.read(
                                scenario.resolve("S-1NIKFRT-1-domain.xml"),
                                scenario.resolve("profile-1.xml"),
                                scenario.resolve("profile-2.xml")))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("nonlinear");
    }
}
