package app.rapport.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.Viewer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The week is looked at, and a meeting opened. */
class CalendarJourneyTest {
    private static final String PASSWORD = "nine teasel heads";
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final LocalDate MONDAY =
            LocalDate.now(ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    @RegisterExtension static final Browser browser = new Browser();

    @BeforeAll
    static void a_week_with_something_in_it() throws IOException {
        Viewer nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel Week",
                                "nora@tarnteasel.example",
                                "Nora Pelling",
                                PASSWORD,
                                ZONE)
                        .viewer();
        Path file = Files.createTempFile("week", ".ics");
        Files.writeString(
                file,
                "BEGIN:VCALENDAR\nVERSION:2.0\n"
                        + event("Twelve housings before Easter", 0, "09:00", "10:00", "CONFIRMED")
                        + event("Filter line, walk through", 1, "09:00", "11:30", "CONFIRMED")
                        + event("Call with Luis about the gasket", 1, "10:00", "10:30", "TENTATIVE")
                        + event("Price round", 1, "10:15", "11:45", "CANCELLED")
                        + event("Sample cartridges with Ilse", 4, "09:00", "09:30", "CONFIRMED")
                        + event("Quarterly filter review", 4, "09:00", "10:00", "CONFIRMED")
                        + event("Pump firm, offer", 4, "09:15", "10:15", "CONFIRMED")
                        + event("Night shift handover", 3, "18:30", "19:15", "CONFIRMED")
                        + whole("Trade fair, Hanover", 2, 2)
                        + "END:VCALENDAR\n");
        CurrentWorkspace.callThrowing(
                nora.workspace(),
                () -> {
                    browser.bean(House.class)
                            .addOwnAddresses(nora, List.of("nora@tarnteasel.example"));
                    FileImport imports = browser.bean(FileImport.class);
                    return imports.run(nora, imports.begin(nora, List.of(file)), _ -> {});
                });
        Files.delete(file);
    }

    private static String event(String title, int day, String from, String to, String status) {
        return "BEGIN:VEVENT\nUID:"
                + title.hashCode()
                + "\nSUMMARY:"
                + title
                + "\nSTATUS:"
                + status
                + "\nDTSTART;TZID=Europe/London:"
                + stamp(day, from)
                + "\nDTEND;TZID=Europe/London:"
                + stamp(day, to)
                + "\nLOCATION:Teasel Row 4\nDESCRIPTION:Bring the two open drawings."
                + "\nORGANIZER;CN=Marta Vesely:mailto:marta@quillbrook.example"
                + "\nATTENDEE;CN=Nora Pelling;PARTSTAT=ACCEPTED:mailto:nora@tarnteasel.example"
                + "\nATTENDEE;CN=Tomas Hrubec;PARTSTAT=NEEDS-ACTION:mailto:tomas@quillbrook.example"
                + "\nEND:VEVENT\n";
    }

    private static String whole(String title, int day, int days) {
        return "BEGIN:VEVENT\nUID:"
                + title.hashCode()
                + "\nSUMMARY:"
                + title
                + "\nDTSTART;VALUE=DATE:"
                + date(day)
                + "\nDTEND;VALUE=DATE:"
                + date(day + days)
                + "\nEND:VEVENT\n";
    }

    private static String stamp(int day, String time) {
        return date(day)
                + "T"
                + LocalTime.parse(time).format(DateTimeFormatter.ofPattern("HHmmss"));
    }

    private static String date(int day) {
        return MONDAY.plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    @ParameterizedTest
    @CsvSource({"DESK,LIGHT", "PHONE,DARK"})
    void the_week_is_drawn_and_a_meeting_opens(Screen screen, ColorScheme scheme) {
        try (Visit visit = browser.visitAs("nora@tarnteasel.example", screen, scheme)) {
            Page page = visit.page();
            visit.open("/calendar");
            page.keyboard().press("n");
            page.waitForURL(url -> url.endsWith("day=" + MONDAY));
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("calendar-week");
            if (screen == Screen.DESK) {
                page.locator(".r-meet", new Page.LocatorOptions().setHasText("Sample cartridges"))
                        .hover();
                visit.shoot("calendar-narrow");
            }
            page.getByText("Twelve housings before Easter").click();
            page.locator("#drawer h2").waitFor();
            assertThat(page.locator("#drawer").innerText())
                    .contains("Teasel Row 4", "Marta Vesely", "has not answered");
            visit.checkAccess();
            visit.shoot("calendar-meeting");
            page.keyboard().press("Escape");
            page.keyboard().press("p");
            page.waitForURL(url -> url.endsWith("day=" + MONDAY.minusDays(7)));
            visit.shoot("calendar-before");
            visit.open("/settings/calendar");
            page.getByText("Make a").click();
            page.getByText("It is shown this once.").waitFor();
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("calendar-settings");
        }
    }
}
