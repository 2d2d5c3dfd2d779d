package app.rapport.bargaining.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.rapport.bargaining.Negotiation;
import app.rapport.bargaining.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
