package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.ContactBook;
import app.rapport.people.model.ContactField;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages by which a firm decides who may see what, and what was deleted comes back. */
class AccessPagesJourneyTest {
    private static final String PASSWORD = "nine teasel heads";

    @RegisterExtension static final Browser browser = new Browser();

    private static Viewer nora;

    @BeforeAll
    static void a_firm() {
        nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel Rights",
                                "nora@tarnteasel.example",
                                "Nora Pelling",
                                PASSWORD,
                                ZoneId.of("Europe/London"))
                        .viewer();
    }

    @Test
    void members_teams_privacy_and_the_bin() {
        PersonId person =
                CurrentWorkspace.call(
                        nora.workspace(),
                        () ->
                                browser.bean(ContactBook.class)
                                        .add(nora, Map.of(ContactField.NAME, "Odile Renard")));
        CurrentWorkspace.run(
                nora.workspace(),
                () -> browser.bean(ContactBook.class).delete(nora, person, _ -> {}));
        try (Visit visit =
                browser.visitAs("nora@tarnteasel.example", Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            for (String settings :
                    List.of("", "/members", "/teams", "/bin", "/workspace", "/login")) {
                visit.open("/settings" + settings);
                visit.look("settings" + settings.replace('/', '-'), Screen.PHONE);
            }
            visit.open("/settings/bin");
            assertThat(page.locator("main").innerText()).contains("Odile Renard");
            page.locator("form[action*=restore] button").first().click();
            page.waitForLoadState();
            visit.open("/people?q=renard");
            assertThat(page.locator("main").innerText()).contains("Odile Renard");
        }
    }
}
