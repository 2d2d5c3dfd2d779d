package app.rapport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.agenda.TodayHouse;
import app.rapport.exchange.FileImport;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A seller's morning: Today by keyboard, the evidence, a person, a call logged and corrected. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TodayJourneyTest {
    private static final String MARTA = "Marta Vesely <m.vesely@quillbrook.example>";
    private static final String JONAS = "Jonas Ekdal <j.ekdal@quillbrook.example>";
    private static final String NORA = "Nora Pelling <nora@tarnteasel.example>";

    private static final int SECONDS_TO_LOG = 20;

    /** Beside the note itself. */
    private static final int KEYS_TO_LOG = 12;

    @RegisterExtension static final Browser browser = new Browser();

    @BeforeAll
    static void aMailbox() {
        TodayHouse house =
                new TodayHouse(
                        browser.bean(Access.class),
                        browser.bean(House.class),
                        browser.bean(FileImport.class));
        for (int week = 12; week > 0; week--)
            house.mail(MARTA, NORA, ago(week * 170), "Week " + week, "The pressure is at 2.1 bar.")
                    .mail(NORA, MARTA, ago(week * 170 - 5), "Re: Week " + week, "Thanks, noted.");
        house.mail(
                        MARTA,
                        NORA,
                        ago(20),
                        "Easter change-over",
                        "Dear Nora,\n\nline 2 is the one that cannot wait. Can your crew change twelve housings over Easter? Otherwise I have to ask the pump firm.\n\n-- \nMarta Vesely\nHead of Production\nNorthwind Tools Ltd\nT: +44 20 7946 0018")
                .mail(NORA, MARTA, ago(18), "Shutdown plan", "Could you send me the shutdown plan?")
                .mail(JONAS, NORA, ago(19), "Plan", "Nora, could you confirm the shutdown plan?")
                .bring();
    }

    @Test
    @Order(1)
    void today_is_worked_through_by_keyboard() {
        try (Visit visit = visit(Browser.Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("today");
            page.keyboard().press("v");
            assertThat(page.locator("#drawer mark")).containsText("?");
            visit.shoot("today-evidence");
            page.keyboard().press("Escape");
            Locator first = page.locator("summary[data-item]").first();
            String who = first.locator("h3").innerText();
            page.keyboard().press("e");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("is done.");
            assertThat(page.locator("summary[data-item]")).hasCount(1);
            assertThat(page.locator("summary[data-item]").first()).isFocused();
            visit.shoot("today-done");
            visit.press("z");
            assertThat(page.locator("summary[data-item]")).hasCount(2);
            assertThat(page.locator("details.r-item[open] h3")).hasText(who);
            assertThat(page.locator("details.r-item[open] summary[data-item]")).isFocused();
            page.keyboard().press("s");
            visit.shoot("today-snooze");
            page.locator("details[open] button[value=they-write]").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("until they write");
            visit.press("z");
            assertThat(page.locator("summary[data-item]")).hasCount(2);
            visit.checkFit();
        }
    }

    @Test
    @Order(2)
    void today_prints_every_item_open() {
        try (Visit visit = visit(Browser.Screen.DESK, ColorScheme.LIGHT)) {
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(visit.page().locator(".r-item-body").nth(1)).isVisible();
            visit.shoot("today-print");
        }
    }

    @Test
    @Order(3)
    void a_call_is_logged_and_corrected_with_its_history() {
        try (Visit visit = visit(Browser.Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            page.getByText("Marta Vesely").first().click();
            visit.open(page.locator("a:has-text('Story')").first().getAttribute("href"));
            visit.checkFit();
            visit.checkAccess();
            assertThat(page.getByLabel("Open now")).containsText("First step:");
            assertThat(page.getByLabel("Open questions"))
                    .containsText("twelve housings over Easter?");
            assertThat(page.getByLabel("Open questions"))
                    .containsText("send me the shutdown plan?");
            visit.shoot("person");
            Pace pace = Pace.from(page);
            pace.press("l");
            page.waitForURL("**/log**");
            pace.note("Wants twelve housings, decides by Friday.");
            pace.press("Control+Enter");
            page.waitForURL("**/people/**");
            assertThat(page.getByText("Wants twelve housings").first()).isVisible();
            org.assertj.core.api.Assertions.assertThat(pace.seconds("a call, logged by keyboard"))
                    .isLessThan(SECONDS_TO_LOG);
            org.assertj.core.api.Assertions.assertThat(pace.pressed())
                    .isLessThanOrEqualTo(KEYS_TO_LOG);
            visit.shoot("person-logged");
            page.locator("a.r-ev:has-text('Notes')").first().click();
            page.locator("#drawer a:has-text('Correct it')").click();
            page.locator("#words").fill("Wants fourteen housings, decides by Friday.");
            page.keyboard().press("Control+Enter");
            page.waitForURL("**/people/**");
            assertThat(page.getByText("Wants fourteen housings").first()).isVisible();
            assertThat(page.getByText("Wants twelve housings")).hasCount(0);
            page.locator("a.r-ev:has-text('Notes')").first().click();
            assertThat(page.locator("#drawer")).containsText("Corrected");
            visit.shoot("person-corrected");
            visit.checkFit();
            page.locator("#drawer button:has-text('Delete')").click();
            assertThat(page.locator("#undo")).containsText("The call is deleted.");
            assertThat(page.getByText("Wants fourteen housings")).hasCount(0);
            visit.shoot("person-deleted");
            page.locator("#undo button").click();
            assertThat(page.getByText("Wants fourteen housings").first()).isVisible();
        }
    }

    @Test
    @Order(4)
    void what_a_signature_says_is_taken_over_by_one_key_or_left_out() {
        try (Visit visit = visit(Browser.Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open("/people");
            visit.open(page.locator("a:has-text('Marta Vesely')").first().getAttribute("href"));
            Locator signed = page.locator("[aria-labelledby=signed]");
            assertThat(signed.locator("li")).hasCount(3);
            page.keyboard().press("1");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Title Head of Production");
            assertThat(page.locator(".r-head")).containsText("Head of Production");
            page.getByLabel("Do not offer Company Northwind Tools Ltd again").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("is not offered again");
            assertThat(signed.locator("li")).hasCount(1);
            visit.shoot("person-signed");
            visit.press("z");
            assertThat(signed.locator("li")).hasCount(2);
            page.getByText("History").first().click();
            assertThat(page.locator("table")).containsText("from a mail");
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("person-history");
        }
    }

    @Test
    @Order(5)
    void all_of_it_works_on_a_phone_in_the_dark() {
        try (Visit visit = visit(Browser.Screen.PHONE, ColorScheme.DARK)) {
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("today");
            visit.open("/people");
            visit.open(
                    visit.page()
                            .locator("a:has-text('Marta Vesely')")
                            .first()
                            .getAttribute("href"));
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("person");
        }
    }

    private static Visit visit(Browser.Screen screen, ColorScheme scheme) {
        Visit visit = browser.visitAs(TodayHouse.OWNER, screen, scheme);
        visit.open("/");
        return visit;
    }

    private static Instant ago(int hours) {
        return Instant.now().minus(Duration.ofHours(hours));
    }
}
