package app.rapport.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.database.CurrentWorkspace;
import app.rapport.people.model.ContactField;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person, once: joined, looked at, parted again, in a browser. */
class OnePersonJourneyTest {
    private static final String PASSWORD = "four sample cartridges";

    @RegisterExtension static final Browser browser = new Browser();

    private static Member nora;

    @BeforeAll
    static void aFirm() {
        nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel Filters",
                                "nora@tarnteasel.example",
                                "Nora Pelling",
                                PASSWORD,
                                ZoneId.of("Europe/London"));
    }

    private static String person(String name, String mail, String title, String notes) {
        Map<ContactField, String> given = new LinkedHashMap<>();
        given.put(ContactField.NAME, name);
        given.put(ContactField.MAILS, mail);
        given.put(ContactField.TITLE, title);
        given.put(ContactField.NOTES, notes);
        given.put(ContactField.TAGS, title.isEmpty() ? "" : "fair");
        return CurrentWorkspace.call(
                nora.workspace(),
                () ->
                        "/people/"
                                + browser.bean(ContactBook.class)
                                        .add(nora.viewer(), given, "Quillbrook Dairy"));
    }

    private static void logIn(Visit visit) {
        Page page = visit.page();
        page.getByLabel("Mail address").fill("nora@tarnteasel.example");
        page.getByLabel("Password").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @ParameterizedTest
    @CsvSource({"DESK,LIGHT", "PHONE,DARK"})
    void two_records_are_looked_at_joined_and_parted(Screen screen, ColorScheme scheme) {
        String mark = screen.name().toLowerCase(java.util.Locale.ROOT);
        String bea =
                person(
                        "Bea Thornycroft",
                        "bea." + mark + "@quillbrook.example",
                        "Head of maintenance",
                        "Prefers the phone.");
        String twin =
                person(
                        "B. Thornycroft",
                        "thorny." + mark + "@home.example",
                        "Maintenance",
                        "Met at the fair in Leeds.");
        try (Visit visit = browser.visit(screen, scheme)) {
            Page page = visit.page();
            visit.open(bea + "/merge?q=thornycroft");
            logIn(visit);
            page.waitForURL("**/merge?q=thornycroft");
            page.locator(".r-rows a[href$='" + twin.substring(8) + "']").waitFor();
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("merge-with");
            page.locator(".r-rows a[href$='" + twin.substring(8) + "']").click();
            page.getByLabel("Maintenance", new Page.GetByLabelOptions().setExact(true)).check();
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("merge");
            button(page, "Join them").click();
            page.waitForURL("**" + bea);
            assertThat(page.locator("#undo")).containsText("is part of Bea Thornycroft now");
            assertThat(page.locator(".r-person")).containsText("thorny." + mark + "@home.example");
            visit.open(twin);
            page.waitForURL("**" + bea);
            visit.open(bea + "/history");
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("merge-history");
            button(page, "Part B. Thornycroft again").click();
            page.waitForURL("**" + twin);
            assertThat(page.locator("#undo")).containsText("stands alone again");
            assertThat(page.locator(".r-person")).containsText("thorny." + mark + "@home.example");
        }
    }

    @Test
    void a_companys_page_leads_to_joining_it() {
        try (Visit visit = browser.visit(Screen.DESK, ColorScheme.LIGHT)) {
            String home =
                    CurrentWorkspace.call(
                            nora.workspace(),
                            () ->
                                    "/accounts/"
                                            + browser.bean(AccountBook.class)
                                                    .named(nora.viewer(), "Tern Mills"));
            CurrentWorkspace.call(
                    nora.workspace(),
                    () -> browser.bean(AccountBook.class).named(nora.viewer(), "Tern Mills Ltd"));
            Page page = visit.page();
            visit.open(home + "/edit");
            logIn(visit);
            page.getByText("Join with another").click();
            page.getByText("Tern Mills Ltd").click();
            visit.checkFit();
            visit.checkAccess();
            button(page, "Join them").click();
            assertThat(page.locator("#undo")).containsText("is part of Tern Mills");
            page.keyboard().press("z");
            assertThat(page.locator("#undo")).containsText("stands alone again");
        }
    }
}
