package app.rapport.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.database.CurrentWorkspace;
import app.rapport.people.model.AccountField;
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

/** One person, once: joined, looked at, parted again, in a browser. */
class OnePersonJourneyTest {
    private static final String NORA = "nora@tarnteasel.example";
    private static final String PASSWORD = "four sample cartridges";

    @RegisterExtension static final Browser browser = new Browser();

    private static Member nora;

    @BeforeAll
    static void aFirm() {
        nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel Filters",
                                NORA,
                                "Nora Pelling",
                                PASSWORD,
                                ZoneId.of("Europe/London"));
    }

    private static String person(String name, String mail, String title, String notes) {
        return person(name, mail, title, notes, "");
    }

    private static String person(
            String name, String mail, String title, String notes, String phone) {
        Map<ContactField, String> given = new LinkedHashMap<>();
        given.put(ContactField.PHONES, phone);
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

    private static void company(String name, String domain, String phone) {
        CurrentWorkspace.run(
                nora.workspace(),
                () ->
                        browser.bean(AccountBook.class)
                                .add(
                                        nora.viewer(),
                                        Map.of(
                                                AccountField.NAME,
                                                name,
                                                AccountField.DOMAINS,
                                                domain,
                                                AccountField.PHONES,
                                                phone)));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void two_records_are_looked_at_joined_and_parted() {
        String bea =
                person(
                        "Bea Thornycroft",
                        "bea@quillbrook.example",
                        "Head of maintenance",
                        "Prefers the phone.");
        String twin =
                person(
                        "B. Thornycroft",
                        "thorny@home.example",
                        "Maintenance",
                        "Met at the fair in Leeds.");
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open(bea + "/merge?q=thornycroft");
            page.waitForURL("**/merge?q=thornycroft");
            page.locator(".r-rows a[href$='" + twin.substring(8) + "']").waitFor();
            visit.look("merge-with", Screen.PHONE);
            page.locator(".r-rows a[href$='" + twin.substring(8) + "']").click();
            page.getByLabel("Maintenance", new Page.GetByLabelOptions().setExact(true)).check();
            visit.look("merge", Screen.PHONE);
            button(page, "Join them").click();
            page.waitForURL("**" + bea);
            assertThat(page.locator("#undo")).containsText("is part of Bea Thornycroft now");
            assertThat(page.locator(".r-person")).containsText("thorny@home.example");
            visit.open(twin);
            page.waitForURL("**" + bea);
            visit.open(bea + "/history");
            visit.look("merge-history", Screen.PHONE);
            button(page, "Part B. Thornycroft again").click();
            page.waitForURL("**" + twin);
            assertThat(page.locator("#undo")).containsText("stands alone again");
            assertThat(page.locator(".r-person")).containsText("thorny@home.example");
        }
    }

    @Test
    void a_companys_page_leads_to_joining_it() {
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
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
            page.getByText("Join with another").click();
            page.getByText("Tern Mills Ltd").click();
            visit.checkFit();
            visit.checkAccess();
            button(page, "Join them").click();
            assertThat(page.locator("#undo")).containsText("is part of Tern Mills");
            visit.press("z");
            assertThat(page.locator("#undo")).containsText("stands alone again");
        }
    }

    @Test
    void a_pair_is_decided_by_key_and_taken_back() {
        for (String first : new String[] {"Ada", "Bram", "Celia", "Dorian", "Elke", "Fintan"})
            for (String last : new String[] {"Ashworth", "Birkedal", "Castellan", "Dunmore"})
                person(
                        first + " " + last,
                        first + last + "@desk.example",
                        "",
                        "",
                        "+44 20 7946 " + (int) first.charAt(0) + (int) last.charAt(0));
        String phone = "+44 1632 960147";
        person("Wilhelmina Oyelaran", "w.oyelaran@quill.example", "Head of dairies", "", phone);
        person("Wilhelmina Oyelarran", "mina.oyelarran@home.example", "Head of dairies", "", phone);
        for (String name : "Anvil Birch Copper Dale Ember Frost Gable Heron Ivy Juniper".split(" "))
            for (String trade : new String[] {"Works", "Dairy", "Print"})
                company(
                        name + " " + trade,
                        (name + trade).toLowerCase(java.util.Locale.ROOT) + ".example",
                        "+44 20 7946 " + (int) name.charAt(0) + (int) trade.charAt(0));
        company("Brackwater Mill", "brackwater.example", "+44 1632 960208");
        company("Brackwater Mills", "brackwatermill.example", "+44 1632 960208");
        CurrentWorkspace.run(
                nora.workspace(), () -> browser.bean(Duplicates.class).search(nora.workspace()));
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.DARK)) {
            Page page = visit.page();
            visit.open("/people");
            page.getByText("may be one").click();
            page.waitForURL("**/duplicates");
            page.locator(".r-twin").first().waitFor();
            visit.look("duplicates", Screen.PHONE);
            int pairs = page.locator(".r-twin").count();
            page.keyboard().press("j");
            page.keyboard().press("d");
            assertThat(page.locator("#undo")).containsText("They stay two");
            assertThat(page.locator(".r-twin")).hasCount(pairs - 1);
            page.locator("#undo button").click();
            assertThat(page.locator(".r-twin")).hasCount(pairs);
            page.keyboard().press("j");
            page.keyboard().press("m");
            page.waitForURL("**/merge?with=**");
            visit.open("/duplicates/companies");
            visit.look("duplicate-companies", Screen.PHONE);
        }
    }

    @Test
    void who_is_erased_is_looked_at_first_and_typed_by_name() {
        String home =
                person(
                        "Odile Marchetti",
                        "odile@fern.example",
                        "Head of sales",
                        "Prefers letters.");
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open(home + "/all");
            page.getByText("Everything that is known").waitFor();
            visit.look("all-of-a-person", Screen.PHONE);
            visit.open(home + "/erase");
            visit.look("erase", Screen.PHONE);
            page.locator("#name").fill("Odile");
            page.keyboard().press("Enter");
            assertThat(page.locator(".r-wrong")).containsText("Type the name");
            page.locator("#name").fill("Odile Marchetti");
            page.keyboard().press("Enter");
            page.waitForURL("**/people");
            assertThat(page.locator("#undo")).containsText("erased");
            visit.open("/people?q=Marchetti");
            assertThat(page.locator(".r-none")).containsText("No one called");
        }
    }
}
