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
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * From a deal to what was promised: planned, the aim defended, twelve offers at the table,
 * deadlock, agreement, looked back at, and planned again with what was learned.
 */
class NegotiationJourneyTest {
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

    @Test
    void a_negotiation_goes_from_its_plan_to_what_was_promised() {
        String name = "Pump retrofit";
        try (Visit visit =
                        browser.visitAs("nora@tarnteasel.example", Screen.DESK, ColorScheme.LIGHT);
                Visit ilse =
                        browser.visitAs(
                                "ilse@tarnteasel.example", Screen.DESK, ColorScheme.LIGHT)) {
            String deal = aDeal(visit, name);
            moved(visit, name);
            visit.open(deal);
            people(visit);
            new PlanByHand(visit).write();
            String home = path(visit.page());
            joined(visit);
            atOnce(visit, ilse, home);
            signed(ilse, home);
            opened(visit, home);
            TableByHand table = new TableByHand(visit, ilse);
            table.sitDown(home);
            table.deadlock();
            table.agree(home);
            new DebriefByHand(visit).lookBack(home);
            again(visit, deal, name);
        }
    }

    private static String path(Page page) {
        return page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("#.*$", "");
    }

    private static String aDeal(Visit visit, String name) {
        Page page = visit.page();
        visit.open("/deals/new");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Company").fill("Quillbrook Filters");
        page.getByLabel("Value").fill("12,500");
        page.getByLabel("Currency").fill("eur");
        page.getByLabel("Expected close").fill("2026-12-18");
        visit.look("deals-new", Screen.PHONE);
        page.keyboard().press("Control+Enter");
        page.getByText("is added.").waitFor();
        assertThat(page.locator("main").innerText()).contains("12,500 EUR", "Quillbrook Filters");
        return path(page);
    }

    private static void moved(Visit visit, String name) {
        Page page = visit.page();
        visit.open("/deals/board");
        visit.look("deals-board", Screen.PHONE);
        page.locator(".r-board-card").getByText(name).focus();
        page.keyboard().press(".");
        page.getByText(name + " is in “Needs understood”")
                .or(page.getByText("Needs understood\"."))
                .first()
                .waitFor();
        assertThat(page.locator(".r-board-col").nth(1).innerText()).contains(name);
        page.waitForFunction("name => document.activeElement.textContent === name", name);
        carried(page, name);
        visit.open("/deals");
        visit.look("deals-list", Screen.PHONE);
    }

    /** By hand: one on, and back. */
    private static void carried(Page page, String name) {
        Page.LocatorOptions that = new Page.LocatorOptions().setHasText(name);
        for (int column : new int[] {2, 1}) {
            Locator goal = page.locator(".r-board-col").nth(column);
            page.locator(".r-board-card", that).dragTo(goal.locator("h2"));
            goal.getByText(name).waitFor();
        }
    }

    private static void people(Visit visit) {
        Page page = visit.page();
        page.getByLabel("Person").fill("Marta Vesely");
        page.getByLabel("What they do in it").selectOption("economic");
        page.getByText("Add", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("has a part in it.").waitFor();
        visit.look("deals-one", Screen.PHONE);
    }

    private static void joined(Visit visit) {
        visit.page().locator("form[action$='/team'] button").click();
        visit.page().getByText("Your colleague sees this plan now.").waitFor();
    }

    /** Two write the same sheet: the second one is shown both, and nothing of either is lost. */
    private static void atOnce(Visit visit, Visit ilse, String home) {
        ilse.open(home);
        visit.open(home);
        wanted(visit, "a spare seal").getByText("Wants are saved.").waitFor();
        Page page = wanted(ilse, "no noise at night");
        page.getByText("Nora Pelling saved “Wants” while you wrote").waitFor();
        assertThat(page.locator(".r-warn").innerText()).contains("a spare seal");
        ilse.look("plan-at-once", Screen.PHONE);
        page.locator("form[action$='/lines/want'] button[type=submit]").click();
        page.getByText("Wants are saved.").waitFor();
        assertThat(
                        page.locator("form[action$='/lines/want'] input[name=words]")
                                .nth(1)
                                .inputValue())
                .isEqualTo("a spare seal");
    }

    private static Page wanted(Visit visit, String words) {
        Locator form = visit.page().locator("form[action$='/lines/want']");
        form.locator("input[name=words]").first().fill(words);
        form.locator("button[type=submit]").click();
        return visit.page();
    }

    /** A colleague hears the aim defended, and signs. */
    private static void signed(Visit ilse, String home) {
        ilse.open(home + "/limits");
        ilse.page().getByText("I heard it defended, and sign").click();
        ilse.page().getByText("The aim is kept.").first().waitFor();
    }

    private static void opened(Visit visit, String home) {
        Page page = visit.page();
        visit.open(home + "/print");
        visit.look("plan-print", Screen.PHONE);
        assertThat(sheets(page)).as("sheets of paper").isEqualTo(2);
        visit.open(home);
        page.locator("form[action$='/open'] button").click();
        page.getByText("The table is open, and this plan is kept.").waitFor();
        visit.open(home + "/versions");
        assertThat(page.locator("main").innerText())
                .contains("the table opened", "the aim was signed");
        visit.look("plan-versions", Screen.PHONE);
        visit.open("/negotiations");
        visit.look("plan-list", Screen.PHONE);
    }

    private static long sheets(Page page) {
        String paper =
                new String(
                        page.pdf(new Page.PdfOptions().setFormat("A4")),
                        StandardCharsets.ISO_8859_1);
        return Pattern.compile("/Type\\s*/Page\\b(?!s)").matcher(paper).results().count();
    }

    /** The next plan with that buyer begins with this one, and with what was learned. */
    private static void again(Visit visit, String deal, String name) {
        Page page = visit.page();
        visit.open(deal);
        page.getByText("Plan a negotiation").click();
        page.getByLabel("Begin with").selectOption(new SelectOption().setLabel(name));
        page.locator("main form button[type=submit]").first().click();
        page.getByText("The plan begins.").waitFor();
        page.getByText("Answers a number with a number").first().waitFor();
        visit.look("debrief-next-plan", Screen.PHONE);
        assertThat(page.locator("input[name=words]").first().inputValue())
                .isEqualTo("running by May");
    }
}
