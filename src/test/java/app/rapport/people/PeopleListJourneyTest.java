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

/** The list of people in a browser: read, narrowed down, paged and walked by key. */
class PeopleListJourneyTest {
    private static final String NORA = "nora@tarnteasel.example";
    private static final String PASSWORD = "nine teasel heads";

    @RegisterExtension static final Browser browser = new Browser();

    @BeforeAll
    static void seventy_people() {
        Viewer nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel Filters",
                                NORA,
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

    @Test
    void the_list_fits_and_is_accessible() {
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
            visit.open("/people");
            visit.look("people-list", Screen.PHONE);
            visit.page().locator("summary.r-chip").click();
            visit.look("people-filter", Screen.PHONE);
            visit.open("/people?columns=last,experience,effort,open");
            assertThat(visit.page().locator("tbody")).containsText("Not known yet");
            visit.look("people-columns", Screen.PHONE);
            visit.open("/people?q=vesely");
            visit.shoot("people-one");
            visit.open("/people?tag=nobody");
            visit.checkAccess();
            visit.shoot("people-none");
        }
    }

    @Test
    void the_keyboard_narrows_down_walks_and_opens() {
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
            visit.open("/people?sort=name");
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

    @Test
    void chosen_people_and_saved_views_fit_and_are_accessible() {
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
            visit.open("/people?sort=name&touched=360d");
            Page page = visit.page();
            saveView(page, "In touch this year");
            assertThat(page.locator(".r-tabs [aria-current]")).containsText("In touch this year");
            page.getByText("Change view").click();
            visit.look("people-view", Screen.PHONE);
            page.getByText("Change view").click();
            for (int row : List.of(0, 2, 3)) page.locator("[data-tick]").nth(row).check();
            assertThat(page.locator("[data-ticked]")).hasText("3 chosen");
            visit.look("people-chosen", Screen.PHONE);
        }
    }

    private static void saveView(Page page, String name) {
        page.getByText("Save view").first().click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByLabel("Colleagues see it too").check();
        page.locator(".r-views .btn-primary").click();
        assertThat(page.locator("#undo")).containsText("is saved");
    }

    @Test
    void rows_are_chosen_by_key_tagged_and_taken_back() {
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
            visit.open("/people?sort=name");
            Page page = visit.page();
            page.keyboard().press("j");
            page.keyboard().press("x");
            page.keyboard().press("j");
            page.keyboard().press(" ");
            assertThat(page.locator("[data-ticked]")).hasText("2 chosen");
            page.keyboard().press("t");
            page.keyboard().type("spring fair");
            page.keyboard().press("Enter");
            assertThat(page.locator("#undo"))
                    .containsText("2 people have the tag 'spring fair' now.");
            assertThat(page.locator("tbody .r-tag")).hasCount(2);
            visit.press("z");
            assertThat(page.locator("#undo")).containsText("2 people are as before.");
            assertThat(page.locator("tbody .r-tag")).hasCount(0);
            visit.checkFit();
        }
    }

    @Test
    void without_script_chosen_rows_are_tagged_and_taken_back() {
        try (Visit visit = browser.withoutScript(Screen.DESK)) {
            visit.open("/people?sort=name&q=vesely");
            visit.logIn(NORA, PASSWORD);
            Page page = visit.page();
            assertThat(page.getByText("Add tag")).isHidden();
            page.locator("[data-tick]").check();
            page.getByPlaceholder("Tag").fill("by hand");
            page.getByText("Add tag").click();
            assertThat(page.locator("#undo")).containsText("1 person has the tag 'by hand' now.");
            assertThat(page.locator("tbody .r-tag")).hasText("by hand");
            page.locator("#undo button").click();
            assertThat(page.locator("#undo")).containsText("1 person is as before.");
        }
    }

    @Test
    void all_that_fit_are_changed_also_those_not_shown() {
        try (Visit visit = browser.visitAs(NORA, Screen.PHONE, ColorScheme.LIGHT)) {
            visit.open("/people?sort=name&q=person");
            Page page = visit.page();
            page.locator("[data-tick]").first().check();
            page.getByLabel("All that fit (69)").check();
            assertThat(page.locator("[data-ticked]")).hasText("All that fit");
            page.getByText("Delete").click();
            assertThat(page.locator("#undo")).containsText("69 people are deleted.");
            page.locator("#undo button").click();
            assertThat(page.locator("#undo")).containsText("69 people are as before.");
            visit.checkFit();
        }
    }

    @Test
    void chosen_columns_are_shown_again_at_the_next_visit() {
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
            visit.open("/people?sort=name");
            Page page = visit.page();
            page.locator("summary").filter(columns()).click();
            page.getByLabel("Address", new Page.GetByLabelOptions().setExact(true)).check();
            page.getByText("Show these from now on").click();
            visit.open("/people");
            assertThat(page.locator("thead")).containsText("Address");
            page.locator("summary").filter(columns()).click();
            page.getByLabel("Address", new Page.GetByLabelOptions().setExact(true)).uncheck();
            page.getByText("Show these from now on").click();
            assertThat(page.locator("thead")).not().containsText("Address");
        }
    }

    private static com.microsoft.playwright.Locator.FilterOptions columns() {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText("Columns");
    }
}
