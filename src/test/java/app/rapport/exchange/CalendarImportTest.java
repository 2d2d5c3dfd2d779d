package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.exchange.Bringing.Brought;
import app.rapport.exchange.model.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meetings of calendars on their way in. */
class CalendarImportTest {
    @TempDir static Path folder;
    private static Bringing in;

    @BeforeAll
    static void start() {
        in = new Bringing(folder);
    }

    @AfterAll
    static void end() {
        in.close();
    }

    @BeforeEach
    void freshWorkspace() {
        in.fresh();
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
    }

    private static final String LUNCH =
            event(
                    "UID:lunch@q.example",
                    "DTSTART:20240506T100000Z",
                    "DTEND:20240506T113000Z",
                    "SUMMARY:Lunch about milk",
                    "ORGANIZER;CN=Marta Vesely:mailto:marta@q.example",
                    "ATTENDEE;CN=Amina Diallo:mailto:Amina@q.example");

    @Test
    void a_past_meeting_is_a_touch_with_its_people() {
        Report report = in.bring("a.ics", calendar(LUNCH));

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.contacts().created()).isEqualTo(2);
        assertThat(
                        in.ask(
                                "SELECT kind || ' ' || minutes || ' ' || subject FROM touch WHERE workspace_id = :workspace"))
                .containsExactly("meeting 90 Lunch about milk");
        assertThat(
                        in.ask(
                                "SELECT c.display_name FROM touch_party p JOIN contact c ON c.workspace_id = p.workspace_id AND c.id = p.person_id WHERE p.workspace_id = :workspace ORDER BY 1"))
                .containsExactly("Amina Diallo", "Marta Vesely");
    }

    @Test
    void the_same_calendar_again_is_known_and_undo_takes_it_back() {
        Brought first = in.bring(in.file("a.ics", calendar(LUNCH)));
        Report again = in.bring("b.ics", calendar(LUNCH));
        assertThat(again.alreadyKnown()).isEqualTo(1);
        assertThat(in.ask("SELECT id FROM touch WHERE workspace_id = :workspace")).hasSize(1);

        in.undo(first);
        assertThat(in.ask("SELECT id FROM touch WHERE workspace_id = :workspace"))
                .as("the other import brought it too")
                .hasSize(1);
    }

    @Test
    void what_is_to_come_or_was_called_off_is_kept_and_is_no_touch() {
        String series =
                event(
                        "UID:w",
                        "DTSTART:20240506T100000Z",
                        "DTEND:20240506T103000Z",
                        "SUMMARY:Weekly",
                        "RRULE:FREQ=WEEKLY;COUNT=3",
                        "ATTENDEE:mailto:marta@q.example");
        String off =
                event(
                        "UID:o",
                        "DTSTART:20240507T100000Z",
                        "SUMMARY:Off",
                        "STATUS:CANCELLED",
                        "ATTENDEE:mailto:jan@q.example");
        String coming =
                event(
                        "UID:c",
                        "DTSTART:20990507T100000Z",
                        "SUMMARY:Coming",
                        "ATTENDEE:mailto:jan@q.example");
        String broken = event("UID:b", "SUMMARY:Without a start");

        Report report = in.bring("a.ics", calendar(series, off, coming, broken));

        assertThat(report.read()).isEqualTo(4);
        assertThat(report.setAside()).isEqualTo(1);
        assertThat(report.setAsideItems().getFirst().position()).isEqualTo("event 4");
        assertThat(in.ask("SELECT subject FROM touch WHERE workspace_id = :workspace"))
                .containsExactly("Weekly", "Weekly", "Weekly");
        assertThat(
                        in.ask(
                                "SELECT record ->> 'summary' FROM kept_record WHERE workspace_id = :workspace ORDER BY 1"))
                .containsExactly("Coming", "Off", "Weekly");
    }

    @Test
    void a_moved_occurrence_takes_the_place_of_the_one_it_moves() {
        String series =
                event(
                        "UID:w",
                        "DTSTART:20240506T100000Z",
                        "SUMMARY:Weekly",
                        "RRULE:FREQ=WEEKLY;COUNT=2",
                        "ATTENDEE:mailto:marta@q.example");
        String moved =
                event(
                        "UID:w",
                        "RECURRENCE-ID:20240513T100000Z",
                        "DTSTART:20240514T100000Z",
                        "SUMMARY:Weekly, moved",
                        "ATTENDEE:mailto:marta@q.example");

        Report report = in.bring("a.ics", calendar(series, moved));

        assertThat(report.read()).isEqualTo(2);
        assertThat(
                        in.ask(
                                "SELECT (at AT TIME ZONE 'UTC')::date || ' ' || subject FROM touch WHERE workspace_id = :workspace ORDER BY 1"))
                .containsExactly("2024-05-06 Weekly", "2024-05-14 Weekly, moved");
    }
}
