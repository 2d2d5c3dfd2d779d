package app.rapport.negotiations;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import com.microsoft.playwright.Page;

/** Looks back at a table that closed with an agreement, and makes a promise of it. */
final class DebriefByHand {
    private final Visit visit;
    private final Page page;

    DebriefByHand(Visit visit) {
        this.visit = visit;
        page = visit.page();
    }

    /** From the table that closed. */
    void lookBack(String home) {
        page.getByText("Look back at the table").click();
        page.getByText("We looked back at it").click();
        page.getByText("It was looked back at").waitFor();
        page.getByText("It came true", new Page.GetByTextOptions().setExact(true)).first().click();
        page.getByText("It is noted.").waitFor();
        page.getByText("It did not", new Page.GetByTextOptions().setExact(true)).first().click();
        page.locator("#cautions ~ ul .r-p-none").first().waitFor();
        page.locator("#undo button").click();
        page.locator("#cautions ~ ul .r-p-risk").first().waitFor();
        page.locator("#lesson").fill("Answers a number with a number");
        page.locator("#lesson").press("Enter");
        page.getByText("It is kept for the next time.").waitFor();
        promised();
        visit.look("debrief", Screen.PHONE);
        visit.open(home + "/debrief/print");
        visit.look("debrief-print", Screen.PHONE);
        visit.open("/negotiations/habits");
        visit.look("debrief-habits", Screen.PHONE);
        visit.open("/promises?show=theirs");
        assertThat(page.locator("main").innerText()).contains("Term: 60 days", "Marta Vesely");
    }

    private void promised() {
        page.locator("select[name=side]").nth(1).selectOption("theirs");
        page.locator("input[name=due]").nth(1).fill("2027-01-29");
        page.locator("form[action$='/promises'] button").click();
        page.getByText("1 promise is made.").waitFor();
        assertThat(page.locator("#promised ~ ul").innerText())
                .contains("Term: 60 days", "They", "Marta Vesely");
    }
}
