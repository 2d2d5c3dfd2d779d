package app.rapport.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A talk is prepared, noted while the network is gone, and logged; its promise is on the person's
 * page.
 */
class CallsJourneyTest {
    private static final String PASSWORD = "nine teasel heads";
    private static final int KEYS_TO_LOG = 12;

    @RegisterExtension static final Browser browser = new Browser();

    private static PersonId marta;
    private static PersonId bea;

    @BeforeAll
    static void a_mail_that_waits() throws IOException {
        Viewer nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel",
                                "nora@tarnteasel.example",
                                "Nora Pelling",
                                PASSWORD,
                                ZoneId.of("Europe/London"))
                        .viewer();
        String date =
                DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.now().minus(Duration.ofDays(2)));
        Path file = Files.createTempFile("talk", ".mbox");
        Files.writeString(
                file,
                """
                From x Mon Mar  9 09:14:00 2026
                From: Marta Vesely <marta@quillbrook.example>
                To: nora@tarnteasel.example
                Cc: Jonas Ekdal <jonas@quillbrook.example>
                Date: %s
                Message-ID: <1@quillbrook.example>
                Subject: Housings over Easter

                Dear Nora,

                can your crew change twelve housings over Easter? I need to know by tomorrow.

                Marta

                From x Mon Mar  9 09:14:00 2026
                From: Bea Thornycroft <bea@thornycroft.example>
                To: nora@tarnteasel.example
                Date: %s
                Message-ID: <2@thornycroft.example>
                Subject: The red valves

                Nora, can you tell me whether the red valves fit? Bea

                """
                        .formatted(date, date));
        CurrentWorkspace.callThrowing(
                nora.workspace(),
                () -> {
                    browser.bean(House.class)
                            .addOwnAddresses(nora, List.of("nora@tarnteasel.example"));
                    FileImport imports = browser.bean(FileImport.class);
                    imports.run(nora, imports.begin(nora, List.of(file)), _ -> {});
                    marta =
                            browser.bean(People.class)
                                    .byAddress(nora, List.of("marta@quillbrook.example"))
                                    .get("marta@quillbrook.example");
                    bea =
                            browser.bean(People.class)
                                    .byAddress(nora, List.of("bea@thornycroft.example"))
                                    .get("bea@thornycroft.example");
                    return null;
                });
        Files.delete(file);
    }

    private static Visit visit(Screen screen, ColorScheme scheme) {
        Visit visit = browser.visit(screen, scheme);
        visit.open("/login");
        visit.logIn("nora@tarnteasel.example", PASSWORD);
        return visit;
    }

    private static void look(Visit visit, String name) {
        visit.checkFit();
        visit.checkAccess();
        visit.shoot(name);
    }

    @Test
    void prepared_noted_without_network_and_logged() {
        try (Visit visit = visit(Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            prepare(visit);
            talkWithoutNetwork(visit);
            page.keyboard().press("Escape");
            page.keyboard().press("1");
            assertThat(page.locator("#found")).containsText("Undo");
            page.locator("label:has-text('Partly')").click();
            look(visit, "calls-talk");
            page.locator("#notes").focus();
            page.keyboard().press("Control+Enter");
            page.waitForURL("**/people/" + marta);
            assertThat(page.locator("#undo")).containsText("is logged");
            assertThat(page.locator("section:has(#promises)")).containsText("send the crew names");
            visit.shoot("calls-logged");
            page.getByText("Housings over Easter").first().waitFor();
            fromTodayToSaved(visit);
        }
        onThePhone();
    }

    private static void prepare(Visit visit) {
        Page page = visit.page();
        visit.open("/people/" + marta);
        page.keyboard().press("c");
        page.waitForURL("**/prepare");
        assertThat(page.locator("#aim")).not().isEmpty();
        look(visit, "calls-prepare");
        page.locator("#aim").fill("Marta has a date for line 2");
        page.locator("#questions").fill("Which line has to run first?\nWho opens the plant?");
        page.keyboard().press("Control+Enter");
        page.waitForURL(url -> url.matches(".*/calls/[0-9a-f-]+"));
        assertThat(page.locator("section#prepare")).containsText("Marta has a date for line 2");
    }

    private static void talkWithoutNetwork(Visit visit) {
        Page page = visit.page();
        Locator notes = page.locator("#notes");
        notes.focus();
        page.keyboard().type("?? which line first\n");
        assertThat(page.locator("#kept")).containsText("Saved");
        page.context().setOffline(true);
        page.keyboard().type("!! we send the crew names by Friday\n** no open product zone\n");
        assertThat(page.locator("#kept")).containsText("No connection since");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#kept")).containsText("Kept here, sent later");
        visit.shoot("calls-offline");
        String sheet = page.url();
        page.navigate("about:blank");
        page.context().setOffline(false);
        visit.forgive();
        visit.open(sheet);
        assertThat(page.locator("#kept")).containsText("Saved");
        assertThat(page.locator("#notes"))
                .hasValue(
                        "?? which line first\n!! we send the crew names by Friday\n** no open product zone\n");
        assertThat(page.locator("#found"))
                .containsText("We promise: we send the crew names by Friday");
    }

    /** Beside the note itself. */
    private static void fromTodayToSaved(Visit visit) {
        Page page = visit.page();
        visit.open("/");
        page.locator(".r-item summary").first().waitFor();
        int keys = press(page, "l");
        page.waitForURL("**/call");
        page.keyboard().type("She decides on Monday.\n!! I call her on Monday at 10:00");
        assertThat(page.locator("#next")).hasValue("I call her on Monday at 10:00");
        keys += press(page, "Control+Enter");
        page.waitForURL("**/people/" + bea);
        assertThat(page.locator("section:has(#promises)")).containsText("call her");
        org.assertj.core.api.Assertions.assertThat(keys).isLessThanOrEqualTo(KEYS_TO_LOG);
    }

    private static int press(Page page, String keys) {
        page.keyboard().press(keys);
        return keys.split("\\+").length;
    }

    private static void onThePhone() {
        try (Visit visit = visit(Screen.PHONE, ColorScheme.DARK)) {
            visit.open("/people/" + marta + "/prepare");
            look(visit, "calls-prepare");
            visit.open("/people/" + marta + "/call");
            visit.page()
                    .locator("#notes")
                    .fill("!< Jonas sends the plan by Friday\nJonas Ekdal joins");
            assertThat(visit.page().locator("#kept")).containsText("Saved");
            look(visit, "calls-talk");
            visit.page().locator(".r-steps a:has-text('Log')").click();
            look(visit, "calls-log");
            visit.open("/settings/talks");
            look(visit, "calls-templates");
        }
    }
}
