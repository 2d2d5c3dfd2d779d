package app.rapport.reports;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.ContactBook;
import app.rapport.people.model.ContactField;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A leader opens every report, and the file of one. */
class ReportsJourneyTest {
    private static final String PASSWORD = "nine teasel heads";

    @RegisterExtension static final Browser browser = new Browser();

    @BeforeAll
    static void three_people_one_of_them_silent() {
        Viewer nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel Reports",
                                "nora@tarnteasel.example",
                                "Nora Pelling",
                                PASSWORD,
                                ZoneId.of("Europe/London"))
                        .viewer();
        CurrentWorkspace.run(
                nora.workspace(),
                () -> {
                    called(nora, add(nora, "=Odile Renard"), 200);
                    called(nora, add(nora, "Marta Vesely"), 3);
                    add(nora, "Tomas Hrubec");
                });
    }

    private static PersonId add(Viewer nora, String name) {
        return browser.bean(ContactBook.class).add(nora, Map.of(ContactField.NAME, name));
    }

    private static void called(Viewer nora, PersonId person, int daysAgo) {
        browser.bean(Conversations.class)
                .log(
                        nora,
                        new TypedTouch(
                                Channel.CALL,
                                List.of(person),
                                Instant.now().minus(Duration.ofDays(daysAgo)),
                                Side.YOU,
                                Optional.empty(),
                                "",
                                "We spoke.",
                                Optional.empty()));
    }

    @Test
    void each_report_opens_from_the_side() {
        try (Visit visit =
                browser.visitAs("nora@tarnteasel.example", Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            for (String report :
                    List.of("answers-owed", "untouched", "activity", "answer-times", "imports")) {
                visit.open("/reports/" + report);
                visit.look("reports-" + report, Screen.PHONE);
            }
            visit.open("/help");
            visit.look("help", Screen.PHONE);
            visit.open("/reports/untouched");
            assertThat(page.locator("tbody").innerText())
                    .contains("Odile Renard")
                    .doesNotContain("Marta Vesely");
            visit.open("/reports/activity");
            assertThat(page.locator("tbody").innerText()).contains("Nora Pelling");
            String file = page.request().get("/reports/untouched.csv").text();
            assertThat(file).startsWith("\ufeffPerson,Company").contains("'=Odile Renard");
        }
    }
}
