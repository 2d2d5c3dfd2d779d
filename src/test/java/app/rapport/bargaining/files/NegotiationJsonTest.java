package app.rapport.bargaining.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NegotiationJsonTest {
    @TempDir private Path folder;

    private static final String ISSUES =
            """
            "issues": [{"name": "Price", "kind": "number", "from": 90, "to": 110, "step": 2.5},
                       {"name": "Support", "options": ["none", "gold"]}]
            """;
    private static final String OURS =
            """
            "ours": {"weights": {"Price": 0.7, "Support": 0.3}, "reservation": 0.4,
                     "scores": {"Price": {"90": 0, "110": 1}, "Support": {"none": 1, "gold": 0.2}}}
            """;

    private NegotiationJson read(String theirs) throws IOException {
        return NegotiationJson.read(
                Files.writeString(
                        folder.resolve("deal.json"),
                        "{" + ISSUES + "," + OURS + ", \"theirs\": " + theirs + "}"));
    }

    private void refused(String theirs, String why) {
        assertThatThrownBy(() -> read(theirs))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(why);
    }

    @Test
    void numbers_between_those_with_a_score_lie_on_the_line() throws IOException {
        NegotiationJson json = read("{\"weights\": {}}");
        assertThat(json.domain().issue(0).options()).hasSize(9).contains("92.5", "110");
        assertThat(json.ours().likely().of(new Outcome(4, 0))).isCloseTo(0.65, within(1e-12));
        assertThat(json.ours().sure()).isTrue();
    }

    @Test
    void what_is_not_known_of_them_is_a_span() throws IOException {
        NegotiationJson json =
                read(
                        """
                        {"weights": {"Price": [0.5, 0.7]},
                         "scores": {"Price": {"90": 1, "110": 0}, "Support": {"none": 0}}}
                        """);
        assertThat(json.sure()).isFalse();
        assertThat(json.theirs().weights().getFirst()).isEqualTo(new Span(0.5, 0.7));
        assertThat(json.theirs().weights().get(1).middle()).isCloseTo(0.4, within(1e-12));
        assertThat(json.theirs().scores().get(1).get(1)).isEqualTo(new Span(0, 1));
        Outcome cheapGold = new Outcome(0, 1);
        assertThat(json.theirs().likely().of(cheapGold)).isCloseTo(0.6 + 0.2, within(1e-12));
        assertThat(json.theirs().least().of(cheapGold)).isCloseTo(0.5, within(1e-12));
        assertThat(json.theirs().most().of(cheapGold)).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void without_weights_scores_are_points() throws IOException {
        NegotiationJson json =
                read(
                        """
                        {"scores": {"Price": {"90": 12, "110": 0}, "Support": {"none": 0, "gold": 5}}}
                        """);
        assertThat(json.theirs().likely().highest()).isEqualTo(17);
    }

    @Test
    void what_cannot_be_read_is_said_in_one_sentence() {
        refused("{\"scores\": {}}", "no score of Price");
        refused("{\"weights\": {\"Colour\": 1}}", "Colour");
        refused("{\"weights\": {\"Price\": [0.7, 0.5]}}", "[low, high]");
        refused("{\"weights\": {\"Price\": 1e999}}", "finite");
        refused("{\"weights\": {\"Price\": NaN}}", "line");
        refused("{\"weights\": {\"Price\": -1}}", "below 0");
        refused("{\"weights\": {}, \"scores\": {\"Support\": {\"silver\": 1}}}", "silver");
        refused("{\"weights\": {\"Price\": 1}", "deal.json, line");
        refused("null", "no side \"theirs\"");
        refused("{\"weights\": {}}, \"parties\": []", "two parties");
    }
}
