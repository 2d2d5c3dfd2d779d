package app.rapport.exchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Members;
import app.rapport.access.Role;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Several tables at once, an import that is cancelled while it runs, and whose business it is. */
class ManyTablesJourneyTest {
    private static final String PASSWORD = "nine teasel heads";
    private static final String NORA = "nora@tarnteasel.example";
    private static final String TOM = "tom@tarnteasel.example";

    @RegisterExtension static final Browser browser = new Browser();
    @TempDir static Path folder;

    @BeforeAll
    static void two_colleagues() {
        Member nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel Filters",
                                NORA,
                                "Nora Pelling",
                                PASSWORD,
                                ZoneId.of("Europe/London"));
        browser.bean(Members.class)
                .add(
                        nora.workspace(),
                        TOM,
                        "Tom Askew",
                        Role.SELLER,
                        Optional.of(PASSWORD),
                        Optional.empty());
    }

    @Test
    void companies_and_their_people_come_in_together() throws IOException {
        Path companies =
                Files.writeString(
                        folder.resolve("companies.csv"),
                        "Company name,Company domain name,Industry\nFernwick Dairy,fernwick.example,Dairy\n");
        Path people =
                Files.writeString(
                        folder.resolve("people.csv"),
                        "First Name,Last Name,Email,Company\nLuis,Ortega,luis@fernwick.example,Fernwick Dairy\n");
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open("/imports");
            page.setInputFiles("input[type=file]", new Path[] {people, companies});
            page.waitForURL("**/imports/*-*");
            assertThat(page.locator("#main")).containsText("companies.csv");
            assertThat(page.locator("#main")).containsText("people.csv");
            look(visit, "import-two-tables");
            page.keyboard().press("i");
            assertThat(page.getByText("Made of it:")).isVisible();
            assertThat(page.locator(".r-sum dd").first()).hasText("2");
            visit.open("/people?q=ortega");
            assertThat(page.locator("tbody")).containsText("Fernwick Dairy");
        }
    }

    @Test
    void a_running_import_is_cancelled_and_is_nobody_elses_business() throws IOException {
        Path mail = mails(20_000);
        String path;
        try (Visit visit = browser.visitAs(NORA, Screen.PHONE, ColorScheme.DARK)) {
            Page page = visit.page();
            visit.open("/imports");
            page.setInputFiles("input[type=file]", mail);
            page.waitForURL("**/imports/*-*");
            assertThat(page.locator("progress")).isVisible();
            path = page.url().replaceFirst("^https?://[^/]+", "");
            page.getByText("Cancel").click();
            assertThat(page.locator("#undo")).containsText("What is stored stays");
            assertThat(page.locator(".r-import")).containsText("cancelled");
            look(visit, "import-cancelled");
        }
        try (Visit visit = browser.visitAs(TOM, Screen.DESK, ColorScheme.LIGHT)) {
            org.assertj.core.api.Assertions.assertThat(visit.open(path).status()).isEqualTo(404);
        }
    }

    private static Path mails(int many) throws IOException {
        Path file = folder.resolve("long.mbox");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int n = 0; n < many; n++)
                out.write(
                        """
                        From x@y.example Tue Mar 10 08:00:00 2026
                        From: Bea <bea@quillbrook.example>
                        To: Nora <nora@tarnteasel.example>
                        Date: Tue, 10 Mar 2026 08:00:00 +0000
                        Message-ID: <%1$d@quillbrook.example>
                        Subject: Pressure %1$d

                        It stands at %1$d.

                        """
                                .formatted(n));
        }
        return file;
    }

    private static void look(Visit visit, String name) {
        visit.checkFit();
        visit.checkAccess();
        visit.shoot(name);
    }
}
