package app.rapport.bargaining.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.rapport.bargaining.Frontier;
import app.rapport.bargaining.Negotiation;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Solutions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeniusXmlTest {
    @TempDir private Path folder;

    private static final String DOMAIN =
            """
            <negotiation_template><utility_space number_of_issues="2">
            <objective index="0" name="root" type="objective">
            <issue index="1" name="Colour" vtype="discrete"><item index="1" value="red"/><item index="2" value="blue"/></issue>
            <issue index="2" name="Weeks" vtype="integer" lowerbound="2" upperbound="4"/>
            </objective></utility_space></negotiation_template>
            """;
    private static final String PROFILE =
            """
            <utility_space><objective index="0" name="root" type="objective">
            <issue index="1" name="Colour" vtype="discrete"><item index="1" value="red" evaluation="8"/><item index="2" value="blue" evaluation="2"/></issue>
            <issue index="2" name="Weeks" vtype="integer" lowerbound="2" upperbound="4"><evaluator ftype="linear" slope="-0.25" offset="0.9"/></issue>
            <weight index="1" value="0.6"/><weight index="2" value="0.4"/>
            </objective><discount_factor value="0.5"/><reservation value="0.3"/></utility_space>
            """;

    private Negotiation read(String domain, String profile) throws IOException {
        Path d = Files.writeString(folder.resolve("domain.xml"), domain);
        Path p = Files.writeString(folder.resolve("profile.xml"), profile);
        return GeniusXml.read(d, p, p);
    }

    private void refused(String domain, String profile, String why) {
        assertThatThrownBy(() -> read(domain, profile))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(why)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void a_utility_is_the_sum_of_weight_times_evaluation_by_the_highest() throws IOException {
        Negotiation negotiation = read(DOMAIN, PROFILE);
        assertThat(negotiation.ours().of(new Outcome(1, 0))).isEqualTo(0.6 * 0.25 + 0.4 * 0.9);
        assertThat(negotiation.ours().of(new Outcome(0, 2)))
                .isCloseTo(0.6 + 0.4 * 0.4, within(1e-12));
        assertThat(negotiation.ours().reservation()).hasValue(0.3);
        assertThat(negotiation.ours().of(new Outcome(0, 0), 1)).isCloseTo(0.96 / 2, within(1e-12));
        assertThat(negotiation.domain().words(new Outcome(0, 1)))
                .containsEntry("Colour", "red")
                .containsEntry("Weeks", "3");
    }

    @Test
    void a_discount_that_is_none_and_a_reservation_left_out_are_absent() throws IOException {
        Negotiation negotiation =
                read(
                        DOMAIN,
                        PROFILE.replace("value=\"0.5\"", "value=\"1.0\"")
                                .replace("<reservation value=\"0.3\"/>", ""));
        assertThat(negotiation.ours().discount()).isEmpty();
        assertThat(negotiation.hasReservations()).isFalse();
    }

    @Test
    void what_the_reader_of_genius_lets_pass_is_read() throws IOException {
        String bare =
                "\ufeff \n<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE utility_space SYSTEM \"none.dtd\">\n<!-- don't -->"
                        + DOMAIN.replace("\"red\"", "\"red & < 3\"");
        String profile = PROFILE.replace("\"red\"", "\"Red &amp;  &lt; 3\"").replace("0.5", "0,5");
        Negotiation negotiation = read(bare, profile);

        assertThat(negotiation.domain().issue(0).options()).containsExactly("red & < 3", "blue");
        assertThat(negotiation.ours().discount()).hasValue(0.5);
    }

    @Test
    void a_charset_that_nobody_named_is_read_by_the_letter() throws IOException {
        byte[] old = DOMAIN.replace("red", "rot\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        Path d = Files.write(folder.resolve("domain.xml"), old);
        Path p = Files.writeString(folder.resolve("p.xml"), PROFILE.replace("red", "rot\u00e9"));

        assertThat(GeniusXml.read(d, p, p).domain().issue(0).options()).contains("rot\u00e9");
    }

    @Test
    void issues_are_told_by_their_names_in_any_order_and_else_by_their_index() throws IOException {
        String turned =
                PROFILE.replace("index=\"1\"", "index=\"7\"")
                        .replace("index=\"2\"", "index=\"1\"")
                        .replace("index=\"7\"", "index=\"2\"");
        assertThat(read(DOMAIN, turned).ours().of(new Outcome(0, 0))).isEqualTo(0.6 + 0.4 * 0.9);
        assertThat(read(DOMAIN, PROFILE.replace("Weeks", "Time")).ours().of(new Outcome(0, 0)))
                .isEqualTo(0.6 + 0.4 * 0.9);
    }

    @Test
    void issues_of_objectives_within_objectives_count_by_their_own_weights() throws IOException {
        String nested = "<objective index=\"3\" name=\"part\"><issue index=\"2\"";
        Negotiation negotiation =
                read(
                        DOMAIN.replace("<issue index=\"2\"", nested)
                                .replace("</objective>", "</objective></objective>"),
                        PROFILE.replace("<issue index=\"2\"", nested)
                                .replace(
                                        "<weight index=\"1\"",
                                        "<weight index=\"2\" value=\"0.4\"/></objective><weight index=\"3\" value=\"0.5\"/><weight index=\"1\"")
                                .replace("<weight index=\"2\" value=\"0.4\"/>\n", "\n"));

        assertThat(negotiation.ours().of(new Outcome(0, 0))).isEqualTo(0.6 + 0.4 * 0.9);
    }

    @Test
    void numbers_have_the_evaluators_that_genius_knows_and_bounds_of_old_and_new()
            throws IOException {
        String old = "lowerbound=\"2\" upperbound=\"4\"/>"; // an element of its own, and a step
        String range = "><range lowerbound=\"2\" upperbound=\"6\" step=\"2\"/></issue>";
        String evaluator = "ftype=\"linear\" slope=\"-0.25\" offset=\"0.9\"";
        String profile =
                PROFILE.replace("lowerbound=\"2\" upperbound=\"4\"><evaluator", "><evaluator");
        for (var each :
                Map.of(
                                "ftype=\"linear\" parameter0=\"0.1\" parameter1=\"0.1\"",
                                new double[] {0.3, 0.5, 0.7},
                                "ftype=\"constant\" parameter0=\"0.4\"",
                                new double[] {0.4, 0.4, 0.4},
                                "ftype=\"triangular\" parameter0=\"2\" parameter1=\"6\" parameter2=\"4\"",
                                new double[] {0, 1, 0})
                        .entrySet()) {
            Negotiation read =
                    read(
                            DOMAIN.replace(" " + old, range),
                            profile.replace(evaluator, each.getKey()));
            assertThat(read.domain().issue(1).options()).containsExactly("2", "4", "6");
            for (int o = 0; o < 3; o++)
                assertThat(read.ours().of(1, o))
                        .as(each.getKey())
                        .isCloseTo(0.4 * each.getValue()[o], within(1e-12));
        }
        refused(DOMAIN, PROFILE.replace("\"linear\"", "\"faratin\""), "kind \"faratin\"");
        refused(
                DOMAIN.replace("upperbound=\"4\"", "upperbound=\"4\" step=\"-1\""),
                PROFILE,
                "step that is not above 0");
    }

    @Test
    void what_is_deeper_than_any_scenario_is_refused_and_so_is_what_is_said_twice() {
        refused(DOMAIN, "<a>".repeat(100_000), "profile.xml");
        refused(
                "<utility_space>" + "<a>".repeat(9_000) + "</a>".repeat(9_000) + "</utility_space>",
                PROFILE,
                "domain.xml");
        refused(DOMAIN, PROFILE.replace("\"Weeks\"", "\"Colour\""), "two issues");
        refused(
                DOMAIN,
                PROFILE.replace("<weight index=\"2\"", "<weight index=\"1\""),
                "issue 1 has two weights");
        refused(DOMAIN, PROFILE.replace("\"blue\" ", "\"red\" "), "option \"red\" twice");
    }

    @Test
    void weights_of_nothing_are_worth_nothing() throws IOException {
        Negotiation negotiation =
                read(
                        DOMAIN,
                        PROFILE.replace("value=\"0.6\"", "value=\"0\"")
                                .replace("value=\"0.4\"", "value=\"0\""));
        Frontier frontier = Frontier.of(negotiation);

        assertThat(frontier.size()).isEqualTo(1);
        assertThat(Solutions.fromNothing(frontier).utilitarian()).isPresent();
    }

    @Test
    void what_cannot_be_read_is_said_in_one_sentence() {
        refused(DOMAIN.replace("</objective>", ""), PROFILE, "domain.xml, line");
        refused(
                "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]>" + DOMAIN,
                PROFILE,
                "DOCTYPE");
        refused(DOMAIN, PROFILE.replace("evaluation=\"2\"", "evaluation=\"NaN\""), "no finite");
        refused(DOMAIN, PROFILE.replace("evaluation=\"2\"", ""), "has no evaluation");
        refused(DOMAIN, PROFILE.replace("evaluation=\"2\"", "evaluation=\"two\""), "no number");
        refused(DOMAIN, PROFILE.replace("\"blue\"", "\"green\""), "option \"blue\"");
        refused(DOMAIN.replace("\"red\"", "\"blue\""), PROFILE, "two options \"blue\"");
        refused(DOMAIN, PROFILE.replace("<weight index=\"2\" value=\"0.4\"/>", ""), "no weight");
        refused(DOMAIN, PROFILE.replace("<evaluator", "<other"), "no evaluator");
        refused(DOMAIN.replace("integer", "real"), PROFILE, "is real");
        refused(
                DOMAIN,
                PROFILE.replace("<utility_space>", "<utility_space type=\"nonlinear\">"),
                "nonlinear");
        refused(DOMAIN.replace("\"Weeks\"", "\"Colour\""), PROFILE, "two issues");
        refused(
                DOMAIN.replace("upperbound=\"4\"", "upperbound=\"1\""),
                PROFILE,
                "before it begins");
        refused("<html/>", PROFILE, "no utility_space");
        refused("", PROFILE, "domain.xml");
    }
}
