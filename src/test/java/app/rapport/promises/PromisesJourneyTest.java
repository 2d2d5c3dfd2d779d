package app.rapport.promises;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A promise is made in a line, a task moved on the board. */
class PromisesJourneyTest {
    private static final String PASSWORD = "nine teasel heads";
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    @RegisterExtension static final Browser browser = new Browser();

    private static PersonId marta;

    @BeforeAll
    static void a_mail_that_promises() throws IOException {
        Viewer nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel",
                                "nora@tarnteasel.example",
                                "Nora Pelling",
                                PASSWORD,
                                ZONE)
                        .viewer();
        Path file = Files.createTempFile("promise", ".mbox");
        String date =
                DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.now().minus(Duration.ofDays(30)));
        Files.writeString(
                file,
                "From x Mon Mar  9 09:14:00 2026\nFrom: Marta Vesely <marta@quillbrook.example>\nTo: nora@tarnteasel.example\nDate: "
                        + date
                        + "\nMessage-ID: <1@quillbrook.example>\nSubject: Trial dates\n\nDear Nora,\n\nthank you for the sheet. I will send you our trial dates within two weeks.\n\nMarta\n\n");
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
                    return null;
                });
        Files.delete(file);
    }

    /** How it goes on, on both screens: CallsJourneyTest. */
    @Test
    void a_promise_is_made_in_a_line_and_comes_up_in_today() {
        String what = "send the revised quotation";
        try (Visit visit =
                browser.visitAs("nora@tarnteasel.example", Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open("/people/" + marta);
            page.getByLabel("What, and by when").fill("in two hours " + what);
            page.keyboard().press("Enter");
            page.getByText("is promised").waitFor();
            assertThat(page.locator("section:has(#promises)").innerText())
                    .contains(what, "trial dates");
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("promises-person");

            page.keyboard().press("b");
            page.getByText("“Find out, and get back with an answer” is promised").waitFor();
            visit.press("z");
            page.getByText("It is gone, as if never noted.").waitFor();
            page.getByText("Record what they did for you").click();
            page.getByLabel("What it was").fill("lent us a bench");
            page.keyboard().press("Enter");
            page.getByText("It is recorded; thanks are owed.").waitFor();
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("thanks-person");
            page.getByLabel("Thanked for the favour").click();
            page.getByText("They are thanked.").waitFor();

            visit.open("/");
            assertThat(page.locator("main").textContent()).contains("You promised", what);
            assertThat(page.locator("section:has(#promises-week)").innerText())
                    .contains(what, "yours", "All");
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("promises-today");
            keptFromTodayAndFromTheList(visit, what);
        }
    }

    /** One stays where one went through them. */
    private static void keptFromTodayAndFromTheList(Visit visit, String what) {
        Page page = visit.page();
        page.locator("section:has(#promises-week) a", new Page.LocatorOptions().setHasText(what))
                .click();
        page.locator("#drawer form[action$='/kept'] button").click();
        page.locator("#undo").getByText("The promise is kept.").waitFor();
        assertThat(java.net.URI.create(page.url()).getPath()).isEqualTo("/");
        visit.press("z");
        page.locator("#undo").getByText("That is taken back.").waitFor();
        assertThat(java.net.URI.create(page.url()).getPath()).isEqualTo("/");
        visit.open("/promises");
        page.getByLabel("Kept: " + what).click();
        page.locator("#undo").getByText("The promise is kept.").waitFor();
        assertThat(page.url()).endsWith("/promises?show=ours");
    }

    @ParameterizedTest
    @CsvSource({"DESK,LIGHT", "PHONE,DARK"})
    void a_task_is_typed_in_one_line_and_moved_on_the_board_by_keys(
            Screen screen, ColorScheme scheme) {
        String what = "order labels " + screen;
        try (Visit visit = browser.visitAs("nora@tarnteasel.example", screen, scheme)) {
            Page page = visit.page();
            visit.open("/tasks?view=board");
            page.getByLabel("New task, in one line").fill(what + " in three weeks, every month");
            page.keyboard().press("Enter");
            page.getByText("is noted").waitFor();
            assertThat(page.locator(".r-lane-later").innerText()).contains(what, "every month");
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("tasks-board");

            page.locator(".r-lane-later [data-item]", new Page.LocatorOptions().setHasText(what))
                    .focus();
            page.keyboard().press("m");
            page.keyboard().press("1");
            page.locator(".r-lane-today", new Page.LocatorOptions().setHasText(what)).waitFor();
            assertThat(page.locator(":focus").innerText()).isEqualTo(what);
            page.keyboard().press("e");
            page.getByText("is done.").waitFor();
            assertThat(page.locator(".r-lane-later").innerText()).contains(what);
            visit.press("z");
            page.getByText("That is taken back.").waitFor();
            assertThat(page.locator(".r-lane-later").innerText()).doesNotContain(what);

            if (screen == Screen.DESK) carried(page, what);

            visit.open("/tasks?view=week");
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("tasks-week");
            visit.open("/tasks");
            visit.checkFit();
            visit.shoot("tasks-list");
            page.getByText(what).first().click();
            page.getByText("Who, how often, reminder").waitFor();
            page.getByLabel("When to be reminded").fill("tomorrow at 9:00");
            page.keyboard().press("Enter");
            page.getByText("The reminder is set.").waitFor();
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("tasks-one");
        }
    }

    private static void carried(Page page, String what) {
        Page.LocatorOptions that = new Page.LocatorOptions().setHasText(what);
        page.locator(".r-lane-today .r-task", that).dragTo(page.locator(".r-lane-waiting"));
        page.locator(".r-lane-waiting .r-task", that).waitFor();
        page.locator(".r-lane-waiting .r-task", that).dragTo(page.locator(".r-lane-today"));
        page.locator(".r-lane-today .r-task", that).waitFor();
    }
}
