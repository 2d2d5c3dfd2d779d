package app.rapport.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.access.Member;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People and companies written, changed, put back and deleted, in a browser. */
@TestMethodOrder(OrderAnnotation.class)
class PeopleJourneyTest {
    private static final String NORA = "nora@tarnteasel.example";
    private static final String PASSWORD = "four sample cartridges";

    @RegisterExtension static final Browser browser = new Browser();

    private static String marta;
    private static String dairy;

    @BeforeAll
    static void aBuyerAtADairyThatWasMetInMail() {
        Member nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel Filters",
                                NORA,
                                "Nora Pelling",
                                PASSWORD,
                                ZoneId.of("Europe/London"));
        CurrentWorkspace.run(nora.workspace(), () -> meet(nora));
    }

    private static void meet(Member nora) {
        List<Met> met =
                List.of(
                        new Met(
                                "marta.vesely@quillbrook-dairy.example",
                                "marta.vesely@quillbrook-dairy.example",
                                "Marta Vesely"),
                        new Met(
                                "luis.ferro@quillbrook-dairy.example",
                                "luis.ferro@quillbrook-dairy.example",
                                "Luis Ferro"));
        var meeting =
                browser.bean(People.class)
                        .meet(
                                nora.viewer(),
                                browser.bean(House.class).us(nora.viewer()),
                                met,
                                ImportId.next());
        browser.bean(People.class).refreshSearch(nora.viewer());
        PersonId id = meeting.people().get("marta.vesely@quillbrook-dairy.example");
        marta = "/people/" + id;
        dairy =
                "/accounts/"
                        + browser.bean(People.class)
                                .card(nora.viewer(), id)
                                .flatMap(PersonCard::account)
                                .orElseThrow();
        for (Side side : List.of(Side.THEM, Side.YOU))
            browser.bean(Conversations.class)
                    .log(
                            nora.viewer(),
                            new TypedTouch(
                                    Channel.CALL,
                                    List.of(id),
                                    Instant.now().minus(Duration.ofDays(side == Side.YOU ? 3 : 5)),
                                    side,
                                    Optional.of(12),
                                    "Housings for the second line",
                                    "She needs twelve housings before Easter.",
                                    Optional.empty()));
    }

    @Test
    @Order(1)
    void a_new_person_is_written_by_keyboard() {
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open("/people/new");
            page.waitForURL("**/people/new");
            for (String text :
                    new String[] {"Ines Okafor", "not an address", "+44 20 7946 0000", "Buyer"}) {
                page.keyboard().type(text);
                page.keyboard().press("Tab");
            }
            page.keyboard().type("Alder Mills");
            page.keyboard().press("Enter");
            assertThat(page.getByText("not an address is not a mail address")).isVisible();
            visit.checkAccess();
            visit.shoot("person-new-wrong");
            page.getByLabel("Mail address").fill("ines@aldermills.example");
            page.keyboard().press("Control+Enter");
            assertThat(
                            page.getByRole(
                                    AriaRole.HEADING,
                                    new Page.GetByRoleOptions().setName("Ines Okafor")))
                    .isVisible();
            assertThat(page.locator(".r-head")).containsText("Buyer, Alder Mills");
            visit.checkFit();
        }
    }

    @Test
    @Order(2)
    void every_field_is_changed_kept_in_the_history_and_put_back() {
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open(marta + "/edit");
            page.waitForURL("**/edit");
            page.getByLabel("Title").fill("Head of purchasing");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Phone")).click();
            Locator row = page.locator("#points .r-formrow").last().locator("[name=pointValue]");
            assertThat(row).isFocused();
            page.keyboard().type("+420 541 000 000");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Postal address"))
                    .click();
            assertThat(page.locator("[name=street]")).isFocused();
            page.keyboard().type("Mill Lane 4");
            page.getByLabel("Birthday").fill("17 May");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Write it as 1980-05-17")).isVisible();
            assertThat(page.locator("[name=street]")).hasValue("Mill Lane 4");
            visit.shoot("person-edit-wrong");
            page.getByLabel("Birthday").fill("05-17");
            page.getByLabel("Tags").fill("dairy, key account");
            page.getByLabel("Notes").fill("Prefers calls before nine.");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#undo")).containsText("is saved");
            assertThat(page.locator("main")).containsText("+420 541 000 000");
            assertThat(page.locator("main")).containsText("Mill Lane 4");
            assertThat(page.locator(".r-head")).containsText("Head of purchasing");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("History")).click();
            Locator title = page.locator("tr", new Page.LocatorOptions().setHasText("Title"));
            assertThat(title).containsText("Head of purchasing");
            assertThat(title).containsText("Nora Pelling");
            title.getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator("#undo")).containsText("What stood there is back.");
            assertThat(page.locator("tbody tr")).hasCount(7);
            visit.press("z");
            assertThat(page.locator(".r-head")).containsText("Head of purchasing");
            visit.checkFit();
            changedWhereItStands(visit);
        }
    }

    private static void changedWhereItStands(Visit visit) {
        Page page = visit.page();
        visit.open(marta);
        Locator title = page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true));
        Locator shown = page.locator(".r-inplace > summary");
        Locator offered = page.getByText("Head of purchasing, change it");
        offered.click();
        assertThat(title).isFocused();
        title.fill("Not meant");
        page.keyboard().press("Escape");
        assertThat(offered).isFocused();
        offered.click();
        title.fill("Buys for three plants");
        page.keyboard().press("Enter");
        assertThat(page.locator("#undo")).containsText("Title of Marta Vesely saved.");
        assertThat(page.locator(".r-head")).containsText("Buys for three plants");
        shown.first().click();
        page.getByLabel("One more phone").fill("+420 541 000 001");
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText("+420 541 000 001");
        assertThat(page.locator("main")).containsText("+420 541 000 000");
        visit.checkFit();
        visit.checkAccess();
    }

    @Test
    @Order(3)
    void a_row_goes_without_script_too() {
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open(marta + "/edit");
            page.route("**/*.js", route -> route.abort());
            page.reload();
            int before = page.locator("#points .r-formrow").count();
            page.getByLabel("Title").fill("Not saved yet");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Link")).click();
            assertThat(page.locator("#points .r-formrow")).hasCount(before + 1);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove this row"))
                    .click();
            assertThat(page.locator("#points .r-formrow")).hasCount(before);
            assertThat(page.getByLabel("Title")).hasValue("Not saved yet");
        }
    }

    @Test
    @Order(4)
    void a_role_is_given_and_taken_and_a_proposed_company_confirmed() {
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open(marta + "/ties");
            page.waitForURL("**/ties");
            page.locator("#role").selectOption("economic");
            page.getByLabel("Note").fill("up to 50,000");
            page.keyboard().press("Enter");
            assertThat(page.locator("#undo")).containsText("Economic decision at Quillbrook Dairy");
            visit.open(dairy);
            assertThat(page.locator("h1")).containsText("proposed");
            assertThat(page.locator("main")).containsText("up to 50,000");
            page.getByText("Confirm company").click();
            assertThat(page.locator("h1")).not().containsText("proposed");
            page.getByLabel("Remove Economic decision Marta Vesely").click();
            assertThat(page.locator("#undo")).containsText("no longer");
            visit.press("z");
            assertThat(page.locator("main")).containsText("up to 50,000");
            visit.checkFit();
        }
    }

    @Test
    @Order(5)
    void who_is_deleted_comes_back_with_z() {
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open(marta + "/edit");
            page.waitForURL("**/edit");
            page.getByText("Delete Marta Vesely").click();
            Locator status = page.locator("#undo");
            assertThat(status).containsText("Marta Vesely is deleted.");
            visit.press("z");
            assertThat(status).containsText("Marta Vesely is back.");
            visit.open(dairy + "/edit");
            page.getByText("Delete Quillbrook Dairy").click();
            assertThat(status).containsText("is deleted");
            visit.press("z");
            assertThat(status).containsText("is back");
            visit.checkFit();
        }
    }

    @Test
    @Order(6)
    void every_page_fits_and_is_accessible() {
        try (Visit visit = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT)) {
            Map<String, String> pages =
                    Map.of(
                            "person",
                            marta,
                            "person-edit",
                            marta + "/edit",
                            "person-history",
                            marta + "/history",
                            "person-ties",
                            marta + "/ties",
                            "person-new",
                            "/people/new",
                            "accounts",
                            "/accounts",
                            "account",
                            dairy,
                            "account-edit",
                            dairy + "/edit",
                            "account-new",
                            "/accounts/new");
            pages.forEach((name, path) -> {
                visit.open(path);
                visit.look("people-" + name, Screen.SMALL_PHONE);
            });
        }
    }

    @Test
    @Order(7)
    void another_firms_people_look_like_nobody() {
        browser.bean(Access.class)
                .setUp("Pennywhistle", "dai@penny.example", "Dai", PASSWORD, ZoneId.of("UTC"));
        String nobody = "/people/" + PersonId.next();
        String nothing = "/accounts/" + PersonId.next();
        try (Visit visit = browser.visit(Screen.DESK, ColorScheme.LIGHT)) {
            visit.open(marta + "/edit");
            org.assertj.core.api.Assertions.assertThat(visit.page().url()).contains("/login?to=");
            visit.page().getByLabel("Mail address").fill("dai@penny.example");
            visit.page().getByLabel("Password").fill(PASSWORD);
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL("**/edit");
            for (String part : new String[] {"", "/edit", "/history"}) {
                for (String path : List.of(marta, nobody, dairy, nothing)) {
                    org.assertj.core.api.Assertions.assertThat(visit.open(path + part).status())
                            .as(path + part)
                            .isEqualTo(404);
                    assertThat(visit.page().locator("body")).not().containsText("Vesely");
                }
            }
            org.assertj.core.api.Assertions.assertThat(visit.open(marta + "/ties").status())
                    .isEqualTo(404);
        }
    }
}
