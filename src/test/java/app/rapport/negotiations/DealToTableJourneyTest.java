package app.rapport.negotiations;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Members;
import app.rapport.access.Role;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.ContactBook;
import app.rapport.people.model.AccountField;
import app.rapport.people.model.ContactField;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deal is made, moved on the board, and its negotiation planned until the table may open. */
class DealToTableJourneyTest {
    private static final String PASSWORD = "nine teasel heads";

    @RegisterExtension static final Browser browser = new Browser();

    private static Viewer nora;

    @BeforeAll
    static void a_firm_and_a_buyer() {
        nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel",
                                "nora@tarnteasel.example",
                                "Nora Pelling",
                                PASSWORD,
                                ZoneId.of("Europe/London"))
                        .viewer();
        browser.bean(Members.class)
                .add(
                        nora.workspace(),
                        "ilse@tarnteasel.example",
                        "Ilse Brandt",
                        Role.SELLER,
                        Optional.of(PASSWORD),
                        Optional.empty());
        CurrentWorkspace.run(
                nora.workspace(),
                () -> {
                    var company =
                            browser.bean(AccountBook.class)
                                    .add(nora, Map.of(AccountField.NAME, "Quillbrook Filters"));
                    browser.bean(ContactBook.class)
                            .add(
                                    nora,
                                    Map.of(
                                            ContactField.NAME,
                                            "Marta Vesely",
                                            ContactField.ACCOUNT,
                                            company.toString()));
                });
    }

    @ParameterizedTest
    @CsvSource({"DESK,LIGHT", "PHONE,DARK"})
    void a_deal_is_made_moved_and_planned_until_the_table_may_open(
            Screen screen, ColorScheme scheme) {
        try (Visit visit = browser.visit(screen, scheme)) {
            visit.open("/login");
            visit.logIn("nora@tarnteasel.example", PASSWORD);
            String deal = aDeal(visit, "Pump retrofit " + screen);
            moved(visit, "Pump retrofit " + screen);
            visit.open(deal);
            people(visit);
            planned(visit);
            signed(visit, screen, scheme);
        }
    }

    private static void look(Visit visit, String name) {
        visit.checkFit();
        visit.checkAccess();
        visit.shoot(name);
    }

    private static String aDeal(Visit visit, String name) {
        Page page = visit.page();
        visit.open("/deals/new");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Company").fill("Quillbrook Filters");
        page.getByLabel("Value").fill("12,500");
        page.getByLabel("Currency").fill("eur");
        page.getByLabel("Expected close").fill("2026-12-18");
        look(visit, "deals-new");
        page.keyboard().press("Control+Enter");
        page.getByText("is added.").waitFor();
        assertThat(page.locator("main").innerText()).contains("12,500 EUR", "Quillbrook Filters");
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    private static void moved(Visit visit, String name) {
        Page page = visit.page();
        visit.open("/deals/board");
        look(visit, "deals-board");
        page.locator(".r-board-card").getByText(name).focus();
        page.keyboard().press(".");
        page.getByText(name + " is in “Needs understood”")
                .or(page.getByText("Needs understood\"."))
                .first()
                .waitFor();
        assertThat(page.locator(".r-board-col").nth(1).innerText()).contains(name);
        page.waitForFunction("name => document.activeElement.textContent === name", name);
        visit.open("/deals");
        look(visit, "deals-list");
    }

    private static void people(Visit visit) {
        Page page = visit.page();
        page.getByLabel("Person").fill("Marta Vesely");
        page.getByLabel("What they do in it").selectOption("economic");
        page.getByText("Add", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("has a part in it.").waitFor();
        look(visit, "deals-one");
    }

    private static void planned(Visit visit) {
        Page page = visit.page();
        page.getByText("Plan a negotiation").click();
        page.locator("main form button[type=submit]").first().click();
        page.getByText("The plan begins.").waitFor();
        issues(page);
        look(visit, "plan-issues");
        page.locator("button", new Page.LocatorOptions().setHasText("Yes, all of them")).click();
        page.getByText("All issues are identified.").waitFor();
        worth(visit);
        limits(visit);
        page.locator("nav[aria-label='Parts of the plan'] a").first().click();
        line(page, "need", "them", "running by May");
        line(page, "decider", "them", "Marta Vesely");
        look(visit, "plan-lines");
    }

    /** By keyboard only: what is typed goes down the column. */
    private static void issues(Page page) {
        page.locator("nav[aria-label='Parts of the plan'] a").nth(1).click();
        page.locator("input[name=name]").first().focus();
        page.keyboard().type("Price");
        page.keyboard().press("Enter");
        page.keyboard().type("Term");
        page.keyboard().press("Enter");
        page.keyboard().type("Support");
        page.keyboard().press("Enter");
        assertThat(page.locator("input[name=name]").count())
                .as("Enter on the last adds one")
                .isEqualTo(4);
        page.locator("input[name=options]").first().focus();
        page.keyboard().type("90 to 110 step 5 EUR");
        page.keyboard().press("Enter");
        page.keyboard().type("30 days; 60 days; 90 days");
        page.keyboard().press("ArrowDown");
        page.keyboard().type("none; gold");
        page.locator("input[name=swing]").first().focus();
        for (String swing : new String[] {"100", "60", "30"}) {
            page.keyboard().type(swing);
            page.keyboard().press("ArrowDown");
        }
        page.locator("input[name=theirLow]").nth(1).fill("70");
        page.locator("input[name=theirHigh]").nth(1).fill("90");
        page.getByLabel("The price is").fill("Price");
        page.keyboard().press("Control+Enter");
        page.getByText("The issues are saved.").waitFor();
    }

    private static void worth(Visit visit) {
        Page page = visit.page();
        page.locator("nav[aria-label='Parts of the plan'] a").nth(2).click();
        page.locator("input[name=score]").first().focus();
        for (String score : new String[] {"0", "100", "100", "50", "0", "100", "0"}) {
            page.keyboard().type(score);
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Control+Enter");
        page.getByText("What they are worth is saved.").waitFor();
        page.locator("#trades ~ form button[value=no]").click();
        page.getByText("The answer is noted.").waitFor();
        look(visit, "plan-worth");
    }

    private static void limits(Visit visit) {
        Page page = visit.page();
        page.locator("nav[aria-label='Parts of the plan'] a").nth(3).click();
        page.getByLabel("Alternative").first().fill("Sell the slot to the canal trust");
        page.getByLabel("Points, at least").first().fill("35");
        page.getByLabel("Points, at most").first().fill("45");
        page.locator("form[action$='/alternatives'] button").click();
        page.getByText("The alternatives are saved.").waitFor();
        page.locator("#points").fill("30");
        page.locator("form[action$='/walk-away'] button").click();
        page.getByText("below your best alternative").waitFor();
        page.locator("#points").fill("42");
        page.locator("form[action$='/walk-away'] button").click();
        page.getByText("The walk-away is saved.").waitFor();
        page.getByLabel("Price", new Page.GetByLabelOptions().setExact(true)).selectOption("105");
        page.getByLabel("Term", new Page.GetByLabelOptions().setExact(true))
                .selectOption("60 days");
        page.getByLabel("Support", new Page.GetByLabelOptions().setExact(true))
                .selectOption("none");
        page.locator("form[action$='/proposal'] button").click();
        page.getByText("The proposal is saved.").waitFor();
        page.locator("#defence")
                .fill("Their line stands still since May, and nobody else has the castings.");
        page.locator("form[action$='/aim'] button").click();
        page.getByText("A colleague has to hear the aim defended").first().waitFor();
        page.getByLabel("Value", new Page.GetByLabelOptions().setExact(true))
                .fill("Her mail of Monday: 40 hours a month");
        page.locator("form[action$='/price'] button").click();
        page.getByText("The price waits until needs and criteria are agreed.").first().waitFor();
        look(visit, "plan-limits");
    }

    private static void line(Page page, String section, String side, String words) {
        var form = page.locator("form[action$='/lines/" + section + "']");
        form.locator("select[name=side]").first().selectOption(side);
        form.locator("input[name=words]").first().fill(words);
        form.locator("button[type=submit]").click();
        page.getByText("are saved.").waitFor();
    }

    /** A colleague joins, hears the aim defended, and signs; then the table opens. */
    private static void signed(Visit visit, Screen screen, ColorScheme scheme) {
        Page page = visit.page();
        String home = page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("#.*$", "");
        page.locator("form[action$='/team'] button").click();
        page.getByText("Your colleague sees this plan now.").waitFor();
        try (Visit ilse = browser.visit(screen, scheme)) {
            ilse.open("/login");
            ilse.logIn("ilse@tarnteasel.example", PASSWORD);
            ilse.open(home + "/limits");
            ilse.page().getByText("I heard it defended, and sign").click();
            ilse.page().getByText("The aim is kept.").first().waitFor();
        }
        visit.open(home + "/print");
        look(visit, "plan-print");
        visit.open(home);
        page.locator("form[action$='/open'] button").click();
        page.getByText("The table is open, and this plan is kept.").waitFor();
        visit.open(home + "/versions");
        assertThat(page.locator("main").innerText())
                .contains("the table opened", "the aim was signed");
        look(visit, "plan-versions");
        visit.open("/negotiations");
        look(visit, "plan-list");
    }
}
