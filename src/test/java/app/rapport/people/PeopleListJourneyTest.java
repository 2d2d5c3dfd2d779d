package app.rapport.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.rapport.access.Access;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.ContactField;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of people in a browser: read, narrowed down, paged and walked by key. */
class PeopleListJourneyTest {
    private static final String PASSWORD = "nine teasel heads";

    @RegisterExtension static final Browser browser = new Browser();

    @BeforeAll
    static void seventy_people() {
        Viewer nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel Filters",
                                "nora@tarnteasel.example",
                                "Nora Pelling",
                                PASSWORD,
                                ZoneId.of("Europe/London"))
                        .viewer();
        CurrentWorkspace.run(
                nora.workspace(),
                () -> {
                    for (int i = 0; i < 70; i++) add(nora, i);
                });
    }

    private static void add(Viewer nora, int i) {
        String name = i == 0 ? "Marta Vesely" : "Person Number" + (100 + i);
        PersonId id =
                browser.bean(ContactBook.class)
                        .add(
                                nora,
                                Map.of(
                                        ContactField.NAME,
                                        name,
                                        ContactField.TITLE,
                                        i % 3 == 0 ? "Head of Works" : "",
                                        ContactField.MAILS,
                                        "p" + i + "@quillbrook.example"));
        for (int week = 0; week < i % 5; week++)
            browser.bean(Conversations.class)
                    .log(
                            nora,
                            new TypedTouch(
                                    Channel.CALL,
                                    List.of(id),
                                    Instant.now().minus(Duration.ofDays(7L * week + i)),
                                    week % 2 == 0 ? Side.YOU : Side.THEM,
                                    Optional.empty(),
                                    "",
                                    "We spoke.",
                                    Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"DESK,LIGHT", "DESK,DARK", "PHONE,LIGHT", "PHONE,DARK"})
    void the_list_fits_and_is_accessible(Screen screen, ColorScheme scheme) {
        try (Visit visit = browser.visit(screen, scheme)) {
            open(visit, "/people");
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("people-list");
            visit.page().locator("summary.r-chip").click();
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("people-filter");
            visit.open("/people?q=vesely");
            visit.shoot("people-one");
            visit.open("/people?tag=nobody");
            visit.checkAccess();
            visit.shoot("people-none");
        }
    }

    @Test
    void the_keyboard_narrows_down_walks_and_opens() {
        try (Visit visit = browser.visit(Screen.DESK, ColorScheme.LIGHT)) {
            open(visit, "/people?sort=name");
            Page page = visit.page();
            assertThat(page.locator("tbody tr:not(.r-more)")).hasCount(50);
            page.getByText("More people").click();
            assertThat(page.locator("tbody tr:not(.r-more)")).hasCount(70);
            assertThat(page.getByText("More people")).hasCount(0);
            page.locator("h1").click();
            page.keyboard().press("/");
            page.keyboard().type("vesely");
            page.keyboard().press("Enter");
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.locator("h1").click();
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("Marta Vesely");
            visit.checkFit();
        }
    }

    private static void open(Visit visit, String path) {
        visit.open(path);
        Page page = visit.page();
        page.getByLabel("Mail address").fill("nora@tarnteasel.example");
        page.getByLabel("Password").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
