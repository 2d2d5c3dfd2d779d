package app.rapport.debriefs;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.kernel.Viewer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After an agreement: looked back at, learned from, promised, printed. */
class DebriefJourneyTest {
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

    @ParameterizedTest
    @CsvSource({"DESK,LIGHT", "PHONE,DARK"})
    void a_table_is_looked_back_at_and_its_agreement_becomes_promises(
            Screen screen, ColorScheme scheme) {
        TableTalk talk =
                new TableTalk(browser.server(), nora, "Pump retrofit " + screen)
                        .talked()
                        .warned(UUID.randomUUID(), "without_return");
        TableTalk next = new TableTalk(browser.server(), nora, "Seals for spring " + screen, talk);
        try (Visit visit = browser.visit(screen, scheme)) {
            visit.open("/login");
            visit.logIn("nora@tarnteasel.example", PASSWORD);
            visit.open("/negotiations/" + talk.id());
            Page page = visit.page();
            page.getByText("Look back at the table").click();
            page.getByText("We looked back at it").click();
            page.getByText("It was looked back at").waitFor();
            page.getByText("It came true", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("It is noted.").waitFor();
            page.locator("#lesson").fill("Answers a number with a number");
            page.locator("#lesson").press("Enter");
            page.getByText("It is kept for the next time.").waitFor();
            promised(page);
            look(visit, "debrief");
            visit.open("/negotiations/" + talk.id() + "/debrief/print");
            look(visit, "debrief-print");
            visit.open("/negotiations/habits");
            look(visit, "debrief-habits");
            visit.open("/negotiations/" + next.id());
            page.getByText("Answers a number with a number").waitFor();
            look(visit, "debrief-next-plan");
        }
    }

    private static void promised(Page page) {
        page.locator("select[name=side]").nth(1).selectOption("theirs");
        page.locator("input[name=due]").nth(1).fill("2027-01-29");
        page.locator("form[action$='/promises'] button").click();
        page.getByText("1 promise is made.").waitFor();
        assertThat(page.locator("#promised ~ ul").innerText())
                .contains("Term: 60 days", "They", "Marta Vesely");
    }

    private static void look(Visit visit, String name) {
        visit.checkFit();
        visit.checkAccess();
        visit.shoot(name);
    }
}
