package app.rapport.exchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.rapport.access.Access;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import com.microsoft.playwright.Download;
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
import java.util.Locale;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an empty workspace to a full Today and back, in a browser, by key where it can be. */
class ImportJourneyTest {
    private static final String PASSWORD = "nine teasel heads";
    private static final String CONTACTS =
            """
            First Name,Last Name,E-mail,Mobile Phone,Company,Where met
            Bea,Thornycroft,bea@quillbrook.example,+44 20 7946 0991,Quillbrook Mills,Fair in Leeds
            Luis,Ortega,luis@fernwick.example,,Fernwick Dairy,On the phone
            Marta,Vesely,marta.vesely@quillbrook.example,,Quillbrook Mills,
            ,,,,,A man with a red scarf
            """;

    @RegisterExtension static final Browser browser = new Browser();
    @TempDir static Path folder;

    @ParameterizedTest
    @CsvSource({"DESK,LIGHT", "PHONE,DARK"})
    void mail_and_contacts_come_in_fill_today_and_go_again(Screen screen, ColorScheme scheme)
            throws IOException {
        String email = "nora." + screen + "." + scheme + "@tarnteasel.example";
        Path mail = Files.writeString(folder.resolve("nora-archive.mbox"), archive(email));
        Path contacts = Files.writeString(folder.resolve("customers-2026.csv"), CONTACTS);
        browser.bean(Access.class)
                .setUp(
                        "Tarn & Teasel Filters",
                        email,
                        "Nora Pelling",
                        PASSWORD,
                        ZoneId.of("Europe/London"));
        try (Visit visit = browser.visitAs(email, screen, scheme)) {
            Page page = visit.page();
            visit.open("/");
            look(visit, "import-1-first-run");
            page.setInputFiles("#door-mail", new Path[] {mail, contacts});
            page.waitForURL("**/imports/*-*");
            map(visit);
            page.keyboard().press("i");
            report(visit);
            sayWhoIsUs(visit);
            today(visit);
            person(visit);
            undo(visit);
        }
    }

    /** One column is changed, what its rows would become is read, and nothing is stored yet. */
    private static void map(Visit visit) {
        Page page = visit.page();
        assertThat(page.getByText("How the first rows read")).isVisible();
        look(visit, "import-2-columns");
        Locator met = page.getByLabel("Where met");
        assertThat(met).hasValue("extra");
        met.selectOption("notes");
        assertThat(page.getByText("you said so")).isVisible();
        page.reload();
        assertThat(page.getByLabel("Where met")).hasValue("notes");
        page.keyboard().press("c");
        assertThat(page.locator("#checked")).containsText("nothing is stored yet");
        assertThat(page.locator("#checked dd").first()).hasText("4");
        page.locator("#checked").scrollIntoViewIfNeeded();
        look(visit, "import-3-checked");
    }

    private static void report(Visit visit) throws IOException {
        Page page = visit.page();
        assertThat(page.getByText("Made of it:")).isVisible();
        assertThat(page.locator(".r-sum")).containsText("Set aside");
        assertThat(page.locator(".r-sum dd").first()).hasText("10");
        assertThat(page.getByText("Who is us?")).isVisible();
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("red scarf"));
        assertThat(row).containsText("No name, no address, no phone");
        look(visit, "import-4-report");
        Download download = page.waitForDownload(() -> page.getByText("Download the row").click());
        org.assertj.core.api.Assertions.assertThat(Files.readString(download.path()))
                .contains("A man with a red scarf");
    }

    private static void sayWhoIsUs(Visit visit) {
        Page page = visit.page();
        assertThat(page.getByLabel("everyone @tarnteasel.example")).isChecked();
        page.keyboard().press("y");
        assertThat(page.locator("#undo")).containsText("Today was worked out anew.");
        assertThat(page.getByText("Who is us?")).hasCount(0);
        visit.checkFit();
    }

    private static void today(Visit visit) {
        Page page = visit.page();
        page.getByText("Open Today").click();
        assertThat(page.locator(".r-item").first()).containsText("Bea Thornycroft");
        look(visit, "import-5-today");
    }

    /** A person opens, a call is logged and found again. */
    private static void person(Visit visit) {
        Page page = visit.page();
        visit.open("/people?q=thornycroft");
        page.locator("tbody a").first().click();
        assertThat(page.locator("h1")).containsText("Bea Thornycroft");
        page.keyboard().press("l");
        assertThat(page.locator("#words")).isFocused();
        page.keyboard().type("She wants the housings over Easter.");
        page.keyboard().press("Control+Enter");
        assertThat(page.getByText("She wants the housings over Easter.").first()).isVisible();
        page.keyboard().press("Control+k");
        page.keyboard().type("ortega");
        assertThat(page.locator("#pal-list [role=option]").first()).containsText("Luis Ortega");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Luis Ortega");
    }

    private static void undo(Visit visit) {
        Page page = visit.page();
        visit.open("/imports");
        look(visit, "import-6-list");
        page.getByText("Undo import").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("all that you typed, logged or settled since")).isVisible();
        visit.shoot("import-7-undo");
        page.getByText("Take it back").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#undo")).containsText("The import is undone.");
        look(visit, "import-8-undone");
        visit.open("/");
        assertThat(page.locator("#main")).containsText("Nobody waits for you.");
        look(visit, "import-9-today");
    }

    private static void look(Visit visit, String name) {
        visit.checkFit();
        visit.checkAccess();
        visit.shoot(name);
    }

    /** Six mails: a talk with Bea, who waits for an answer since yesterday, and one with Luis. */
    private static String archive(String nora) {
        String bea = "Bea Thornycroft <bea@quillbrook.example>";
        String luis = "Luis Ortega <luis@fernwick.example>";
        String me = "Nora Pelling <" + nora.toLowerCase(Locale.ROOT) + ">";
        return message(1, 40, me, bea, "Filters for the weir", "Here is our list.")
                + message(2, 38, bea, me, "Re: Filters for the weir", "Thanks, we read it.")
                + message(3, 30, me, luis, "Spare housings", "Twelve are on their way to you.")
                + message(4, 28, luis, me, "Re: Spare housings", "They came, thank you.")
                + message(5, 9, me, bea, "Easter", "Shall we plan the change of housings?")
                + message(
                        6,
                        1,
                        bea,
                        me,
                        "Re: Easter",
                        "Can your crew change 12 housings over Easter? I need to know by Friday.");
    }

    private static String message(
            int n, int daysAgo, String from, String to, String subject, String words) {
        Instant at = Instant.now().minus(Duration.ofDays(daysAgo));
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
        return """
        From someone@somewhere.example Tue Mar 10 08:00:00 2026
        From: %s
        To: %s
        Subject: %s
        Date: %s
        Message-ID: <%d.%d@post.example>
        Content-Type: text/plain; charset=utf-8

        %s

        """
                .formatted(from, to, subject, date, n, daysAgo, words);
    }
}
