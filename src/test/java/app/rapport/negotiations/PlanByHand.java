package app.rapport.negotiations;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Writes a plan as a seller does, sheet by sheet, until its table may open. */
final class PlanByHand {
    private final Visit visit;
    private final Page page;

    PlanByHand(Visit visit) {
        this.visit = visit;
        page = visit.page();
    }

    /** From the page of its deal. */
    void write() {
        page.getByText("Plan a negotiation").click();
        page.locator("main form button[type=submit]").first().click();
        page.getByText("The plan begins.").waitFor();
        issues();
        visit.look("plan-issues", Screen.PHONE);
        page.locator("button", new Page.LocatorOptions().setHasText("Yes, all of them")).click();
        page.getByText("All issues are identified.").waitFor();
        worth();
        limits();
        tab(0);
        line("need", "them", "running by May");
        line("decider", "them", "Marta Vesely");
        visit.look("plan-lines", Screen.PHONE);
    }

    private void tab(int number) {
        page.locator("nav[aria-label='Parts of the plan'] a").nth(number).click();
    }

    private Locator labelled(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** By keyboard only: what is typed goes down the column. */
    private void issues() {
        tab(1);
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
        page.keyboard().type("90 to 110 step 1 EUR");
        page.keyboard().press("Enter");
        page.keyboard().type("30 days; 60 days; 90 days");
        page.keyboard().press("ArrowDown");
        page.keyboard().type("none; gold");
        page.locator("input[name=swing]").first().focus();
        down("100", "60", "30");
        page.locator("input[name=theirLow]").nth(1).fill("70");
        page.locator("input[name=theirHigh]").nth(1).fill("90");
        page.getByLabel("The price is").fill("Price");
        page.keyboard().press("Control+Enter");
        page.getByText("The issues are saved.").waitFor();
    }

    private void down(String... cells) {
        for (String cell : cells) {
            page.keyboard().type(cell);
            page.keyboard().press("ArrowDown");
        }
    }

    private void worth() {
        tab(2);
        page.locator("input[name=score]").first().focus();
        down("none", "100", "100", "50", "0", "100", "0");
        page.keyboard().press("Control+Enter");
        page.getByText("needs numbers from 0 to 100").waitFor();
        assertThat(page.locator("input[name=score]").nth(1).inputValue())
                .as("what was typed is still there")
                .isEqualTo("100");
        page.locator("input[name=score]").first().fill("0");
        page.keyboard().press("Control+Enter");
        page.getByText("What they are worth is saved.").waitFor();
        page.locator("#trades ~ form button[value=no]").click();
        page.getByText("The answer is noted.").waitFor();
        visit.look("plan-worth", Screen.PHONE);
    }

    private void limits() {
        tab(3);
        alternative(0, "Sell the slot to the canal trust", "45", "35");
        alternative(1, "Patch the old ones", "20", "50");
        saved("alternatives", "the first number is the lower one");
        assertThat(page.getByLabel("Points, at least").first().inputValue()).isEqualTo("45");
        assertThat(page.getByLabel("Alternative").nth(1).inputValue())
                .as("nothing that was typed is lost")
                .isEqualTo("Patch the old ones");
        alternative(0, "Sell the slot to the canal trust", "35", "45");
        saved("alternatives", "The alternatives are saved.");
        page.locator("#points").fill("30");
        saved("walk-away", "below your best alternative");
        page.locator("#points").fill("42");
        saved("walk-away", "The walk-away is saved.");
        labelled("Price").selectOption("105");
        labelled("Term").selectOption("60 days");
        labelled("Support").selectOption("none");
        saved("proposal", "The proposal is saved.");
        page.locator("#defence")
                .fill("Their line stands still since May, and nobody else has the castings.");
        saved("aim", "A colleague has to hear the aim defended");
        labelled("Value").fill("Her mail of Monday: 40 hours a month");
        saved("price", "The price waits until needs and criteria are agreed.");
        visit.look("plan-limits", Screen.PHONE);
    }

    private void alternative(int row, String name, String low, String high) {
        page.getByLabel("Alternative").nth(row).fill(name);
        page.getByLabel("Points, at least").nth(row).fill(low);
        page.getByLabel("Points, at most").nth(row).fill(high);
    }

    private void saved(String form, String words) {
        page.locator("form[action$='/" + form + "'] button").click();
        page.getByText(words).first().waitFor();
    }

    private void line(String section, String side, String words) {
        Locator form = page.locator("form[action$='/lines/" + section + "']");
        form.locator("select[name=side]").first().selectOption(side);
        form.locator("input[name=words]").first().fill(words);
        form.locator("button[type=submit]").click();
        page.getByText("are saved.").waitFor();
    }
}
