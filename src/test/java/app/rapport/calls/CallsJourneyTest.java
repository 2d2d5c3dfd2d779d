package app.rapport.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Pace;
import app.rapport.browser.Visit;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.People;
import app.rapport.people.model.AccountField;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A talk is prepared, noted while the network is gone, and logged; its promise is in Today before
 * it is due, is kept, and moves trust and experience.
 */
class CallsJourneyTest {
    private static final String PASSWORD = "nine teasel heads";
    private static final int KEYS_TO_LOG = 12;
    private static final int SECONDS_TO_LOG = 60;

    @RegisterExtension static final Browser browser = new Browser();

    private static PersonId marta;
    private static PersonId bea;
    private static AccountId mill;

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
                    mill =
                            browser.bean(AccountBook.class)
                                    .add(nora, Map.of(AccountField.NAME, "Quillbrook Mill"));
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
        return browser.visitAs("nora@tarnteasel.example", screen, scheme);
    }

    private static void look(Visit visit, String name) {
        visit.checkFit();
        visit.checkAccess();
        visit.shoot(name);
    }

    /** The whole chain, by keys at the desk and by thumb on the phone. */
    @ParameterizedTest
    @CsvSource({"DESK,LIGHT,send the crew names", "PHONE,DARK,send the floor plan"})
    void prepared_noted_without_network_logged_and_kept_before_it_was_due(
            Screen screen, ColorScheme scheme, String promised) {
        try (Visit visit = visit(screen, scheme)) {
            boolean desk = screen == Screen.DESK;
            prepare(visit);
            talkWithoutNetwork(visit, promised);
            if (desk) loggedByKeys(visit);
            else loggedByThumb(visit);
            assertThat(visit.page().locator("#undo")).containsText("is logged");
            assertThat(visit.page().locator("section:has(#promises)")).containsText(promised);
            visit.page().getByText("Housings over Easter").first().waitFor();
            visit.shoot("calls-logged");
            keptAsTodayAsked(visit, promised);
            if (desk) fromTodayToSaved(visit);
            else whatThePhoneShowsBesides(visit);
        }
    }

    private static void prepare(Visit visit) {
        Page page = visit.page();
        visit.open("/people/" + marta);
        page.keyboard().press("c");
        page.waitForURL("**/prepare");
        assertThat(page.locator("#aim")).not().isEmpty();
        look(visit, "calls-prepare");
        page.locator("#aim").fill("Marta has a date for line 2");
        assertThat(page.locator("#kept")).containsText("Saved");
        visit.open("/people/" + marta + "/prepare");
        assertThat(page.locator("#aim")).hasValue("Marta has a date for line 2");
        page.locator("#questions").fill("Which line has to run first?\nWho opens the plant?");
        page.locator("#minutes").fill("an hour");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("main")).containsText("Between 1 and 1440 minutes");
        assertThat(page.locator("#questions"))
                .hasValue("Which line has to run first?\nWho opens the plant?");
        page.locator("#minutes").fill("30");
        page.keyboard().press("Control+Enter");
        page.waitForURL(url -> url.matches(".*/calls/[0-9a-f-]+"));
        assertThat(page.locator("section#prepare")).containsText("Marta has a date for line 2");
    }

    private static void talkWithoutNetwork(Visit visit, String promised) {
        Page page = visit.page();
        Locator notes = page.locator("#notes");
        notes.focus();
        page.keyboard().type("?? which line first\n");
        assertThat(page.locator("#kept")).containsText("Saved");
        page.context().setOffline(true);
        String cutOff = "!! we " + promised + " in two hours\n** no open product zone\n";
        page.keyboard().type(cutOff);
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
        assertThat(page.locator("#notes")).hasValue("?? which line first\n" + cutOff);
        assertThat(page.locator("#found"))
                .containsText("We promise: we " + promised + " in two hours");
    }

    private static void loggedByKeys(Visit visit) {
        Page page = visit.page();
        page.keyboard().press("Escape");
        page.keyboard().press("1");
        assertThat(page.locator("#found")).containsText("Undo");
        page.locator("label:has-text('Partly')").click();
        look(visit, "calls-talk");
        page.locator("#notes").focus();
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/people/" + marta);
    }

    private static void loggedByThumb(Visit visit) {
        Page page = visit.page();
        look(visit, "calls-talk");
        page.locator(".r-steps a:has-text('Log')").click();
        page.locator("#found [data-accept='1']").click();
        assertThat(page.locator("#found")).containsText("Undo");
        page.locator("label:has-text('Partly')").click();
        look(visit, "calls-log");
        page.getByText("Save the talk").click();
        page.waitForURL("**/people/" + marta);
        page.getByText("Record what they did for you").click();
        look(visit, "thanks-person");
    }

    /** Before it is due; what it moved opens to the very promise. */
    private static void keptAsTodayAsked(Visit visit, String promised) {
        Page page = visit.page();
        Map<String, List<String>> before = new HashMap<>();
        for (String ledger : LEDGERS.keySet()) before.put(ledger, standing(visit, ledger));
        visit.open("/");
        assertThat(page.locator("main")).containsText("You promised “" + promised + "”");
        look(visit, "promises-today");
        visit.open("/promises");
        look(visit, "promises-list");
        page.locator("main a:has-text('" + promised + "')").first().click();
        page.waitForURL("**/promises/*");
        look(visit, "promises-one");
        String promise = URI.create(page.url()).getPath();
        page.locator("main form[action$='/kept'] button").click();
        assertThat(page.locator("#undo")).containsText("The promise is kept.");
        for (String ledger : LEDGERS.keySet()) {
            org.assertj.core.api.Assertions.assertThat(standing(visit, ledger))
                    .as(ledger)
                    .isNotEqualTo(before.get(ledger));
            look(visit, "promises-" + ledger);
            Locator entry = page.locator("main li a:has-text('" + promised + ": kept')").first();
            assertThat(entry).hasAttribute("href", promise);
            entry.click();
            // beside the ledger, or on its own page
            assertThat(page.locator("body")).containsText("made, by");
        }
    }

    /** Where each ledger of a person says how it stands. */
    private static final Map<String, String> LEDGERS =
            Map.of("trust", ".r-trust-page .r-est", "experience", "#entries .r-end");

    private static List<String> standing(Visit visit, String ledger) {
        visit.open("/people/" + marta + "/" + ledger);
        return visit.page().locator(LEDGERS.get(ledger)).allInnerTexts();
    }

    /** Beside the note itself. */
    private static void fromTodayToSaved(Visit visit) {
        Page page = visit.page();
        visit.open("/");
        page.locator(".r-item summary").first().waitFor();
        Pace pace = Pace.from(page);
        pace.press("l");
        page.waitForURL("**/call");
        pace.note("She decides on Monday.\n!! I call her on Monday at 10:00");
        assertThat(page.locator("#next")).hasValue("I call her on Monday at 10:00");
        pace.press("Control+Enter");
        page.waitForURL("**/people/" + bea);
        assertThat(page.locator("section:has(#promises)")).containsText("call her");
        org.assertj.core.api.Assertions.assertThat(pace.seconds("from Today to saved"))
                .isLessThan(SECONDS_TO_LOG);
        org.assertj.core.api.Assertions.assertThat(pace.pressed()).isLessThanOrEqualTo(KEYS_TO_LOG);
    }

    private static void whatThePhoneShowsBesides(Visit visit) {
        visit.open("/people/" + marta + "/call");
        visit.page().locator("#notes").fill("!< Jonas sends the plan by Friday\nJonas Ekdal joins");
        assertThat(visit.page().locator("#kept")).containsText("Saved");
        look(visit, "calls-named");
        visit.open("/settings/talks");
        look(visit, "calls-templates");
    }

    @Test
    void a_business_case_is_written_by_keyboard_and_read_without_a_login() {
        try (Visit visit = visit(Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open("/accounts/" + mill);
            page.getByText("Make a business case").click();
            page.waitForURL("**/business-case");
            look(visit, "case-blank");
            String address = writtenAndShared(visit);
            page.context().clearCookies();
            visit.open(address);
            assertThat(page.locator("main")).containsText("Petra Holm");
            look(visit, "case-open");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            visit.shoot("case-open-print");
        }
    }

    private static String writtenAndShared(Visit visit) {
        Page page = visit.page();
        page.locator("[name=rate]").fill("8");
        page.locator("[name=costFrom]").first().focus();
        for (String typed : List.of("40000", "4000", "6000", "2500", "0", "3000", "1500"))
            page.keyboard().type(typed + "\n");
        page.locator("[name=costTo]").nth(2).fill("12000");
        line(page, 0, "Less scrap", "Petra Holm", "18000", "26000", "90", "scale tickets of March");
        line(page, 1, "Fewer stops", "Jonas Ekdal", "9000", "20000", "60", "log of line 2");
        line(page, 2, "A calmer audit", "", "", "", "", "");
        assertThat(page.locator("#figures")).containsText("Nothing is lost as long as");
        page.keyboard().press("Control+Enter");
        page.waitForURL(url -> url.matches(".*/business-cases/[0-9a-f-]+"));
        look(visit, "case-written");
        String home = page.url();
        visit.open(home + "/versions");
        look(visit, "case-versions");
        visit.open(home + "/print");
        look(visit, "case-print");
        visit.open(home + "/links");
        page.locator("[name=label]").fill("Their board");
        page.getByText("Make a link").click();
        String address = page.locator(".r-secret code").textContent();
        look(visit, "case-links");
        onThePhone(home, address);
        return address;
    }

    /** The last row is there once Enter was pressed on the one before. */
    private static void line(Page page, int row, String... cells) {
        if (page.locator("[name=benefitName]").count() <= row)
            page.locator("[name=benefitName]").last().press("Enter");
        List<String> columns = List.of("Name", "Who", "From", "To", "Certain", "Basis");
        for (int at = 0; at < cells.length; at++)
            page.locator("[name=benefit" + columns.get(at) + "]").nth(row).fill(cells[at]);
    }

    private static void onThePhone(String home, String address) {
        try (Visit visit = visit(Screen.PHONE, ColorScheme.DARK)) {
            visit.open(home);
            look(visit, "case-written");
            visit.open(home + "/links");
            look(visit, "case-links");
            visit.open(address);
            look(visit, "case-open");
        }
    }

    @Test
    void a_hard_talk_is_thought_through_for_oneself() {
        try (Visit visit = visit(Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open("/people/" + marta);
            page.locator("a:has-text('Think it through')").click();
            page.waitForURL("**/hard-talk");
            page.keyboard().type("say that Easter is too late, and keep her trust");
            page.locator("#fear").fill("She goes to the other firm.");
            assertThat(page.locator("#kept")).containsText("Saved");
            page.context().setOffline(true);
            page.locator("#face").fill("She may say that the plant decided.");
            assertThat(page.locator("#kept")).containsText("No connection since");
            page.context().setOffline(false);
            assertThat(page.locator("#kept")).containsText("Saved");
            visit.forgive();
            visit.open("/people/" + marta + "/hard-talk");
            assertThat(page.locator("#face")).hasValue("She may say that the plant decided.");
            look(visit, "hard-talk");
            page.getByText("Print").first().click();
            page.waitForURL("**/print");
            look(visit, "hard-talk-print");
        }
        try (Visit visit = visit(Screen.PHONE, ColorScheme.DARK)) {
            visit.open("/people/" + marta + "/hard-talk");
            look(visit, "hard-talk");
        }
    }
}
