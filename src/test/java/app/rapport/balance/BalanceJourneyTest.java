package app.rapport.balance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.Stage;
import app.rapport.deals.Stages;
import app.rapport.deals.model.DealField;
import app.rapport.exchange.FreshFirm;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.mirror.Mirrors;
import app.rapport.people.Role;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Today says stop and wait, the balance says why, and what a person adds bends it. */
class BalanceJourneyTest {
    @RegisterExtension static final Browser browser = new Browser();

    private static FreshFirm firm;
    private static PersonId marta;

    @BeforeAll
    static void a_firm_that_writes_and_writes() {
        firm = new FreshFirm(browser.server());
        String marta = "Marta Vesely <marta@quillbrook.example>";
        String nora = "Nora <" + firm.address() + ">";
        StringBuilder mails = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            mails.append(mail(marta, nora, i, 300 - 2 * i));
            mails.append(mail(nora, marta, 20 + i, 299 - 2 * i));
        }
        mails.append(mail(marta, nora, 40, 60));
        for (int i = 0; i < 15; i++) mails.append(mail(nora, marta, 50 + i, 50 - 3 * i));
        firm.bring(mails.toString());
        BalanceJourneyTest.marta = firm.person("marta@quillbrook.example");
    }

    private static String mail(String from, String to, int number, int daysAgo) {
        return firm.mail(from, to, "", number, 24 * daysAgo, "Sheet " + number, "Any news?");
    }

    private static DealId sold() {
        Viewer nora = firm.nora();
        DealBook book = browser.bean(DealBook.class);
        DealId deal = book.add(nora, Map.of(DealField.NAME, "Filters for line 2"));
        book.join(nora, deal, marta, Role.ECONOMIC);
        Stage won =
                browser.bean(Stages.class).all(nora).stream()
                        .filter(stage -> stage.kind() == Stage.Kind.WON)
                        .findFirst()
                        .orElseThrow();
        book.change(nora, deal, Map.of(DealField.STAGE, won.id().toString()), _ -> {});
        return deal;
    }

    @Test
    void from_stop_and_wait_to_what_shows_it() {
        try (Visit desk = browser.visitAs(firm.address(), Screen.DESK, ColorScheme.LIGHT)) {
            Page page = desk.page();
            desk.open("/");
            assertThat(page.locator("main")).containsText("Stop and wait until");
            desk.look("balance-today", Screen.PHONE);
            firm.in(BalanceJourneyTest::sold);
            desk.open("/");
            assertThat(page.locator("main")).containsText("was won by chasing");
            page.getByText("Open the balance").first().click();
            page.waitForURL(url -> url.endsWith("/balance"));
            assertThat(page.locator("main")).containsText("Won by chasing");
            desk.look("balance-page", Screen.PHONE);
            bent(page);
            desk.open("/people/" + marta);
            desk.look("balance-person", Screen.PHONE);
            desk.open("/people/" + marta + "/balance");
            assertThat(page.locator("main")).containsText("We lean in");
            desk.look("balance-bent", Screen.PHONE);
        }
    }

    @Test
    void into_the_mirror_and_to_what_is_behind_it() {
        try (Visit desk = browser.visitAs(firm.address(), Screen.DESK, ColorScheme.LIGHT)) {
            Page page = desk.page();
            desk.open("/mirror");
            page.getByLabel("Seldom").first().check();
            page.getByLabel("Always").nth(4).check();
            desk.look("mirror-asks", Screen.PHONE);
            page.getByText("Keep my answers").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("4 questions are open still");
            assertThat(page.locator("main")).not().containsText("The facts:");
            page.getByText("Show the facts without the rest").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("for you alone");
            assertThat(page.locator("main")).containsText("You see it brighter than the facts.");
            desk.look("mirror", Screen.PHONE);
            page.getByText("Walk it").nth(1).click();
            page.getByPlaceholder("What you met").nth(1).fill("Nobody knew the line");
            page.getByText("Not as it should be").nth(1).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("is walked");
            desk.look("mirror-walk", Screen.PHONE);
            page.getByLabel("unasked, wanting something").click();
            page.waitForURL(url -> url.contains("/mirror/facts/writing/asking"));
            assertThat(page.locator("main")).containsText("Marta Vesely");
            desk.look("mirror-facts", Screen.PHONE);

            desk.open("/mirror/team");
            assertThat(page.locator("main")).containsText("shown once 4 of you");
            desk.look("mirror-team", Screen.PHONE);
            String tom = "/mirror/" + firm.tom().member();
            org.assertj.core.api.Assertions.assertThat(desk.open(tom).status()).isEqualTo(404);
            firm.in(() -> {
                browser.bean(Mirrors.class).share(firm.tom());
                return true;
            });
            desk.open("/mirror");
            page.getByText("Tom", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForURL(url -> url.endsWith(tom));
            desk.look("mirror-shared", Screen.PHONE);
            desk.open("/mirror");
            desk.look("mirror-answered", Screen.PHONE);
        }
    }

    private static void bent(Page page) {
        page.getByText("Say what was given").click();
        page.getByLabel("They did").check();
        page.getByLabel("What", new Page.GetByLabelOptions().setExact(true))
                .selectOption("introduction");
        page.getByLabel("In a line").fill("to their sister firm");
        page.getByText("Record it").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("It counts in the balance");
        assertThat(page.locator("main")).containsText("We lean in");
        page.locator("summary", new Page.LocatorOptions().setHasText("This is wrong"))
                .first()
                .click();
        page.getByPlaceholder("Why, in a line").first().fill("A slip");
        page.getByText("Count it no more").first().click();
        assertThat(page.locator("main")).containsText("Nora says this is wrong: A slip");
    }
}
