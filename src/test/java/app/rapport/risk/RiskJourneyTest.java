package app.rapport.risk;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.database.CurrentWorkspace;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.Viewer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A deal's risk is written down, its limit nears, and it is cut and taken back. */
class RiskJourneyTest {
    private static final String PASSWORD = "nine teasel heads";

    @RegisterExtension static final Browser browser = new Browser();

    private static Viewer nora;

    @BeforeAll
    static void a_firm() {
        nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel",
                                "nora@tarnteasel.example",
                                "Nora Pelling",
                                PASSWORD,
                                ZoneId.of("Europe/London"))
                        .viewer();
    }

    @Test
    void a_risk_is_written_down_and_a_deal_cut_and_taken_back() {
        DealId deal =
                CurrentWorkspace.call(
                        nora.workspace(),
                        () ->
                                browser.bean(DealBook.class)
                                        .add(
                                                nora,
                                                Map.of(
                                                        DealField.NAME,
                                                        "Pump retrofit",
                                                        DealField.AMOUNT,
                                                        "12500",
                                                        DealField.CURRENCY,
                                                        "EUR")));
        try (Visit visit =
                browser.visitAs("nora@tarnteasel.example", Screen.DESK, ColorScheme.LIGHT)) {
            visit.open("/deals/" + deal);
            visit.page().getByText("Write the risk down").click();
            limit(visit.page());
            scenarios(visit.page());
            restsOn(visit.page());
            visit.look("risk-deal", Screen.PHONE);
            cut(visit.page());
            visit.open("/deals/" + deal);
            visit.look("risk-on-deal", Screen.PHONE);
            book(visit);
        }
    }

    private static void limit(Page page) {
        page.locator("#limit-amount").fill("6,000");
        page.locator("#limit-why").fill("three months of what the shop earns");
        page.locator("form[action$='/limit'] button").click();
        page.getByText("Set in calm").waitFor();
    }

    private static void scenarios(Page page) {
        scenario(page, "The first lot is sent back", "their new gauge", "4000", "10", "20");
        scenario(page, "They drop the old line", "", "lots", "", "");
        assertThat(page.locator("main").innerText()).contains("An amount is a number");
        assertThat(page.locator("#outcome-new").inputValue()).isEqualTo("They drop the old line");
        page.locator("#amount-new").fill("900");
        page.locator("#amount-new").press("Enter");
        page.getByText("1 of 2 scenarios").first().waitFor();
        page.getByLabel("Spent so far").fill("600");
        page.getByLabel("On what").fill("a sample lot");
        page.getByLabel("Sponsor of the risk").fill("Ilse, who runs the shop");
        page.locator("form[action$='/stake'] button").click();
        page.locator(".r-sunk").getByText("a sample lot").waitFor();
        assertThat(page.locator("#limit ~ p").first().innerText())
                .contains("5,500 EUR", "6,000 EUR", "near");
    }

    private static void scenario(
            Page page, String what, String cause, String much, String low, String high) {
        open(page, "Add a scenario");
        page.locator("#outcome-new").fill(what);
        page.locator("#cause-new").fill(cause);
        page.locator("#amount-new").fill(much);
        page.locator("#low-new").fill(low);
        page.locator("#high-new").fill(high);
        page.locator("#amount-new").press("Enter");
        page.locator("b", new Page.LocatorOptions().setHasText(what))
                .or(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .first()
                .waitFor();
    }

    /** What is folded, since others of its kind stand above it. */
    private static void open(Page page, String words) {
        Locator shut = page.locator("details:not([open]) > summary").getByText(words);
        if (shut.count() > 0) shut.click();
    }

    private static void restsOn(Page page) {
        page.locator("#what-new").fill("Their foundry holds the tolerance");
        page.locator("#test-new").fill("Measure twenty samples");
        page.locator("#by-new").fill("2026-12-04");
        page.locator("#what-new").press("Enter");
        page.getByText("not tested").waitFor();
        page.getByPlaceholder("What the test showed").fill("nineteen of twenty do");
        page.getByText("It holds", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("nineteen of twenty do").first().waitFor();
        open(page, "Add a loss on purpose");
        page.locator("#purpose-new").fill("A first lot in their second plant");
        page.locator("#loss-new").fill("300");
        page.locator("#again-new").fill("2027-03-01");
        page.locator("#purpose-new").press("Enter");
        page.getByText("look again on 1 Mar 2027").first().waitFor();
    }

    private static void cut(Page page) {
        page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true))
                .fill("they will not share the cost of a second sample");
        page.getByText("Cut it", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("is cut.").waitFor();
        assertThat(page.locator(".r-sub").first().innerText()).contains("Lost");
        page.locator("#undo button").click();
        page.getByText("What stood there before is back.").waitFor();
        assertThat(page.locator(".r-sub").first().innerText()).contains("Found");
    }

    private static void book(Visit visit) {
        Page page = visit.page();
        visit.open("/deals");
        page.locator("nav[aria-label='Which deals'] a").last().click();
        page.locator("#amount").fill("20,000");
        page.locator("#currency").fill("eur");
        page.locator("form[action='/risk/limits'] button").click();
        page.getByText("The limit is set.").waitFor();
        visit.look("risk-book", Screen.PHONE);
        page.getByText("Your own risks").first().click();
        page.locator("#what-new").fill("Ask the owner herself for the order");
        page.locator("#what-new").press("Enter");
        page.getByText("only you").first().waitFor();
        visit.look("risk-mine", Screen.PHONE);
    }
}
