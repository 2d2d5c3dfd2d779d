package app.rapport.negotiations;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * A table at which two members type in a window each: one what we offer, the other what they do.
 * Twelve offers go to and fro.
 */
final class TableByHand {
    private static final int PRICE = 0;
    private static final int TERM = 1;
    private static final int SUPPORT = 2;

    private final Visit ours;
    private final Visit theirs;
    private final Page page;
    private int said;
    private int heard;

    TableByHand(Visit ours, Visit theirs) {
        this.ours = ours;
        this.theirs = theirs;
        page = ours.page();
    }

    void sitDown(String home) {
        ours.open(home + "/table");
        page.locator("#plane canvas").waitFor();
        theirs.open(home + "/table?by=theirs");
        opening();
        ours.look("table", Screen.PHONE);
        steps();
        underPressure();
        withoutNetwork();
        assertThat(said + heard).as("offers on the table").isEqualTo(12);
        assertThat(page.locator("#head").innerText()).contains("12 on the table");
    }

    private static Locator field(Page of, int issue) {
        return of.locator("select[id^=d-]").nth(issue);
    }

    private void choose(int issue, String option) {
        field(page, issue).focus();
        field(page, issue).selectOption(option);
    }

    private void recorded() {
        said++;
        page.keyboard().press("Control+Enter");
        page.locator("#th-ours").getByText("Yours " + said).waitFor();
    }

    /** Our offer with one issue moved, by keyboard; the warning is there before it is said. */
    private void give(int issue, String option, String warning, String... others) {
        choose(issue, option);
        page.locator("#cautions h2").getByText(warning).waitFor();
        String words = page.locator("#cautions").innerText();
        assertThat(List.of(others)).allSatisfy(other -> assertThat(words).contains(other));
        recorded();
    }

    /** What they say is typed in the other window; ours has it within a second. */
    private void hear(String price, String words) {
        heard++;
        field(theirs.page(), PRICE).selectOption(price);
        if (!words.isEmpty()) {
            theirs.page().locator("#from").fill("Helen Tarrow");
            theirs.page().locator("#words").fill(words);
        }
        theirs.page().locator("form[data-draft] button[type=submit]").first().click();
        for (Page one : List.of(theirs.page(), page))
            one.locator("#th-theirs").getByText("Theirs " + heard).waitFor();
    }

    /** The price is not named before its time without a reason; theirs is an anchor. */
    private void opening() {
        choose(PRICE, "110");
        choose(TERM, "30 days");
        page.keyboard().press("Control+Enter");
        page.locator("#wrong").getByText("The price waits").waitFor();
        page.locator("#priceReason").fill("They asked for it first");
        recorded();
        field(theirs.page(), TERM).selectOption("90 days");
        field(theirs.page(), SUPPORT).selectOption("gold");
        hear("94", "");
        page.locator("#cautions h2").getByText("It may be: Extreme anchor").waitFor();
        page.locator("#cautions .r-warn button").first().click();
        page.getByText("Noted.").first().waitFor();
    }

    private void steps() {
        give(PRICE, "108", "Giving without return", "Conceding first on a major issue");
        assertThat(page.locator("#ledger").innerText()).contains("108 EUR");
        hear("97", "");
        give(PRICE, "106", "Rushing");
    }

    private void underPressure() {
        hear("98", "That is our final offer. I have to ask my boss for more.");
        page.locator("#cautions h2")
                .getByText("Take it or leave it")
                .or(page.locator("#cautions h2").getByText("Higher authority"))
                .first()
                .waitFor();
        ours.look("table-warned", Screen.PHONE);
        give(TERM, "60 days", "Bowing to pressure");
        give(PRICE, "105", "A deal needed too badly");
        field(theirs.page(), TERM).selectOption("60 days");
        hear("100", "");
    }

    /** What is said without a network waits in the browser. */
    private void withoutNetwork() {
        page.context().setOffline(true);
        choose(SUPPORT, "gold");
        page.keyboard().press("Control+Enter");
        page.locator("#connection").getByText("1 kept here").waitFor();
        page.context().setOffline(false);
        said++;
        page.locator("#th-ours").getByText("Yours " + said).waitFor();
        ours.forgive();
        hear("101", "");
        give(PRICE, "104", "Giving without return");
    }

    /** Neither moves: both views, and a package that nobody has named. */
    void deadlock() {
        page.locator("#acts").getByText("Deadlock").click();
        page.locator("#theirView").fill("We cannot pay for stock that stands still.");
        page.locator("#ourView").fill("Sixty days carry the stock.");
        ours.look("table-deadlock", Screen.PHONE);
        page.keyboard().press("Control+Enter");
        page.getByText("Both views are kept.").waitFor();
        page.getByText("Write it down").first().click();
        page.locator("#worths").waitFor();
    }

    /** What was said without a network, and comes when the table has closed, is not lost. */
    private void late() {
        Page other = theirs.page();
        other.context().setOffline(false);
        other.getByText("The table had closed before this came").waitFor();
        theirs.forgive();
        other.getByText("Keep it as a note").click();
        other.locator("#late ~ ul").getByText("102 EUR").waitFor();
        assertThat(other.locator("#unsent-place").innerText()).isEmpty();
    }

    void agree(String home) {
        ours.open(home + "/table");
        theirs.page().context().setOffline(true);
        field(theirs.page(), PRICE).selectOption("102");
        theirs.page().locator("#words").fill("One hundred and two, then.");
        theirs.page().locator("form[data-draft] button[type=submit]").first().click();
        theirs.page().locator("#connection").getByText("1 kept here").waitFor();
        page.locator("#ledger").getByText("They accept").click();
        page.getByText("It is agreed, and the table is closed.").waitFor();
        late();
        ours.open(home + "/table");
        assertThat(page.locator("#late ~ ul").innerText()).contains("102 EUR", "then.");
        assertThat(page.locator("#cautions").innerText()).contains("Agreed", "Support gold");
        assertThat(page.locator("#offers thead").innerText()).contains("Agreed");
        assertThat(page.locator("#offers select").count()).as("nothing is drafted").isZero();
        assertThat(page.locator("#offers tbody").innerText()).contains("104 EUR", "60 days");
        ours.look("table-agreed", Screen.PHONE);
    }
}
