package app.rapport.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Audit;
import app.rapport.access.House;
import app.rapport.access.MailPrivacy;
import app.rapport.browser.TestServer;
import app.rapport.calendar.model.Meeting;
import app.rapport.calendar.store.AddressRows;
import app.rapport.calendar.store.ComingRows;
import app.rapport.calendar.store.PassedCalendars;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.MailArchive;
import app.rapport.conversations.MeetingIntake;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.Vault;
import app.rapport.exchange.FileImport;
import app.rapport.exchange.MailFeed;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Calendar files and invitations come in, change, are called off, and pass. */
class CalendarTest {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String MARTA =
            "ORGANIZER;CN=Marta Vesely:mailto:marta@quill.example\r\n"
                    + "ATTENDEE;CN=Nora;PARTSTAT=NEEDS-ACTION:mailto:nora@tarn.example\r\n";
    private static TestServer server;
    private static int firms;

    private final Instant tomorrow =
            Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(1));
    private Viewer nora;

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void a_firm_of_its_own() {
        nora =
                server.bean(Access.class)
                        .setUp(
                                "Tarn " + ++firms,
                                "nora" + firms + "@tarn.example",
                                "Nora",
                                "four sample cartridges",
                                ZoneId.of("Europe/Berlin"))
                        .viewer();
        in(() -> {
            server.bean(House.class).addOwnAddresses(nora, List.of("nora@tarn.example"));
            return null;
        });
    }

    @Test
    void a_meeting_to_come_stands_in_the_calendar() {
        bring("ics", event("one", tomorrow, 0, MARTA + "LOCATION:Room 4\r\n"));
        Meeting meeting = only();
        assertThat(meeting.start()).isEqualTo(tomorrow);
        assertThat(meeting.end()).isEqualTo(tomorrow.plus(Duration.ofHours(1)));
        assertThat(meeting.place()).isEqualTo("Room 4");
        assertThat(meeting.guests().getFirst().organiser()).isTrue();
    }

    @Test
    void a_later_version_moves_it_and_an_earlier_one_does_not_move_it_back() {
        bring("ics", event("one", tomorrow, 1, MARTA));
        Instant moved = tomorrow.plus(Duration.ofHours(3));
        bring("ics", event("one", moved, 2, MARTA));
        bring("ics", event("one", tomorrow, 1, MARTA));
        assertThat(only().start()).isEqualTo(moved);
    }

    @Test
    void an_import_taken_back_takes_its_meetings_along() {
        ImportId id = bring("ics", event("one", tomorrow, 0, MARTA));
        in(() -> server.bean(FileImport.class).undo(nora, id));
        assertThat(all()).isEmpty();
    }

    @Test
    void a_series_keeps_its_hour_on_the_wall_and_moved_occurrences_their_own() {
        bring(
                "ics",
                """
                BEGIN:VCALENDAR\r
                VERSION:2.0\r
                BEGIN:VEVENT\r
                UID:weekly\r
                DTSTART;TZID=Europe/Berlin:20240108T090000\r
                DTEND;TZID=Europe/Berlin:20240108T093000\r
                RRULE:FREQ=WEEKLY\r
                SUMMARY:Monday round\r
                END:VEVENT\r
                END:VCALENDAR\r
                """);
        List<Meeting> all = all();
        assertThat(all).hasSizeBetween(51, 54);
        assertThat(all)
                .allMatch(one -> one.start().atZone(nora.zone()).getHour() == 9)
                .allMatch(Meeting::series);
        assertThat(all.stream().map(one -> one.start().atZone(ZoneOffset.UTC).getHour()).distinct())
                .as("summer and winter differ in UTC")
                .containsExactlyInAnyOrder(7, 8);
    }

    @Test
    void an_invitation_by_mail_is_called_off_by_its_organiser_only() {
        invite("marta@quill.example", "REQUEST", event("mailed", tomorrow, 0, MARTA));
        invite("somebody@else.example", "CANCEL", event("mailed", tomorrow, 1, MARTA));
        assertThat(only().cancelled()).isFalse();
        invite("marta@quill.example", "CANCEL", event("mailed", tomorrow, 1, MARTA));
        assertThat(only().cancelled()).isTrue();
    }

    @Test
    void an_answer_counts_when_it_comes_from_whose_it_is() {
        invite("marta@quill.example", "REQUEST", event("asked", tomorrow, 0, MARTA));
        String yes = MARTA.replace("NEEDS-ACTION", "DECLINED");
        invite("marta@quill.example", "REPLY", event("asked", tomorrow, 0, yes));
        assertThat(only().guests().get(1).answer()).isEqualTo("NEEDS-ACTION");
        invite("nora@tarn.example", "REPLY", event("asked", tomorrow, 0, yes));
        assertThat(only().guests().get(1).answer()).isEqualTo("DECLINED");
    }

    @Test
    void what_has_passed_is_one_touch_and_what_was_called_off_or_declined_none() {
        bring("ics", event("held", tomorrow, 0, MARTA));
        bring("ics", event("off", tomorrow, 0, MARTA + "STATUS:CANCELLED\r\n"));
        bring("ics", event("no", tomorrow, 0, MARTA.replace("NEEDS-ACTION", "DECLINED")));
        settle(tomorrow.plus(Duration.ofDays(1)));
        settle(tomorrow.plus(Duration.ofDays(2)));
        assertThat(talksWithMarta()).hasSize(1);
        bring("ics", event("held", tomorrow, 0, MARTA));
        settle(tomorrow.plus(Duration.ofDays(3)));
        assertThat(talksWithMarta()).hasSize(1);
    }

    @Test
    void a_meeting_with_somebody_private_stays_private_once_it_has_passed() {
        String doctor = "ATTENDEE;CN=Dr Sayle;PARTSTAT=ACCEPTED:mailto:doctor@clinic.example\r\n";
        in(() -> server.bean(MailPrivacy.class).keepPrivate(nora, "clinic.example"));
        bring("ics", event("knee", tomorrow, 0, doctor));
        bring("ics", event("both", tomorrow, 0, MARTA + doctor));
        bring("ics", event("absent", tomorrow, 0, MARTA + doctor.replace("ACCEPTED", "DECLINED")));
        bring("ics", event("open", tomorrow, 0, MARTA));
        settle(tomorrow.plus(Duration.ofDays(1)));
        assertThat(
                        in(() ->
                                server.bean(JdbcClient.class)
                                        .sql(
                                                "SELECT t.private || ' ' || count(*) FROM touch t WHERE t.workspace_id = :workspace GROUP BY t.private ORDER BY 1")
                                        .param("workspace", nora.workspace().value())
                                        .query(String.class)
                                        .list()))
                .containsExactly("false 1", "true 2");
    }

    @Test
    void the_next_meeting_with_somebody_is_found_by_their_address() {
        bring("ics", event("past", tomorrow.minus(Duration.ofDays(9)), 0, MARTA));
        bring("ics", event("next", tomorrow, 0, MARTA));
        assertThat(in(() -> server.bean(Calendars.class).nextWith(nora, marta(), Instant.now())))
                .map(Meeting::uid)
                .hasValue("next");
    }

    @Test
    void a_feed_opens_by_its_secret_until_it_is_revoked() {
        bring("ics", event("shown", tomorrow, 0, MARTA));
        CalendarFeed feed = server.bean(CalendarFeed.class);
        String first = in(() -> feed.make(nora));
        assertThat(ask(first)).contains("SUMMARY:Twelve housings");
        String second = in(() -> feed.make(nora));
        assertThat(ask(first)).isEqualTo("404");
        assertThat(ask(second)).contains("BEGIN:VEVENT");
        in(() -> {
            feed.revoke(nora);
            return null;
        });
        assertThat(ask(second)).isEqualTo("404");
    }

    @Test
    void a_feed_that_is_asked_too_often_waits() {
        CalendarFeed feed = server.bean(CalendarFeed.class);
        String secret = in(() -> feed.make(nora));
        for (int i = 0; i < 120; i++) feed.open(secret);
        assertThat(ask(secret)).isEqualTo("429");
    }

    private static String ask(String secret) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create(server.address() + "/calendar/feed/" + secret + ".ics");
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : String.valueOf(answer.statusCode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_calendar_at_an_address_is_followed() throws IOException {
        AtomicReference<String> calendar = new AtomicReference<>();
        HttpServer other =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(
                "/",
                asked -> {
                    byte[] bytes = calendar.get().getBytes(StandardCharsets.UTF_8);
                    asked.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length);
                    asked.getResponseBody().write(bytes);
                    asked.close();
                });
        other.start();
        String address = "http://127.0.0.1:" + other.getAddress().getPort() + "/mine.ics";
        try {
            CalendarAddresses addresses = addresses();
            calendar.set(event("kept", tomorrow, 0, MARTA));
            in(() -> {
                addresses.add(nora, address);
                return null;
            });
            UUID kept = only().id();
            Instant moved = tomorrow.plus(Duration.ofHours(2));
            calendar.set(event("new", moved, 0, MARTA));
            addresses.run();
            assertThat(only().uid()).isEqualTo("new");
            calendar.set(event("kept", tomorrow, 0, MARTA));
            addresses.run();
            assertThat(only().id()).as("links hold").isEqualTo(kept);
            calendar.set("");
            addresses.run();
            AddressRows.Address one = in(() -> addresses.all(nora)).getFirst();
            assertThat(one.trouble().orElseThrow()).startsWith("There is no calendar");
            assertThat(all()).as("what was known stays").hasSize(1);
            in(() -> {
                addresses.remove(nora, one.id());
                return null;
            });
            assertThat(all()).isEmpty();
        } finally {
            other.stop(0);
        }
    }

    private static CalendarAddresses addresses() {
        return new CalendarAddresses(
                server.bean(AddressRows.class),
                server.bean(ComingRows.class),
                server.bean(ComingIntake.class),
                server.bean(MailFeed.class),
                server.bean(Vault.class),
                server.bean(Access.class),
                server.bean(Audit.class),
                server.bean(PlatformTransactionManager.class),
                Clock.systemUTC(),
                true);
    }

    private void settle(Instant at) {
        new PassedMeetings(
                        server.bean(PassedCalendars.class),
                        server.bean(ComingRows.class),
                        server.bean(MeetingIntake.class),
                        server.bean(MailArchive.class),
                        server.bean(Access.class),
                        server.bean(House.class),
                        server.bean(MailPrivacy.class),
                        server.bean(PlatformTransactionManager.class),
                        Clock.fixed(at, ZoneOffset.UTC))
                .run();
    }

    private List<?> talksWithMarta() {
        return in(() ->
                server.bean(Conversations.class)
                        .story(
                                nora,
                                marta(),
                                tomorrow.plus(Duration.ofDays(9)),
                                Optional.empty(),
                                10));
    }

    private PersonId marta() {
        PersonId marta =
                server.bean(People.class)
                        .byAddress(nora, List.of("marta@quill.example"))
                        .get("marta@quill.example");
        return Optional.ofNullable(marta).orElseThrow();
    }

    private Meeting only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<Meeting> all() {
        return in(() ->
                server.bean(Calendars.class)
                        .between(nora, Instant.now(), tomorrow.plus(Duration.ofDays(400))));
    }

    private static String event(String uid, Instant start, int sequence, String more) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:"
                + uid
                + "\r\nDTSTART:"
                + UTC.format(start)
                + "\r\nDTEND:"
                + UTC.format(start.plus(Duration.ofHours(1)))
                + "\r\nSEQUENCE:"
                + sequence
                + "\r\nSUMMARY:Twelve housings\r\n"
                + more
                + "END:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private void invite(String from, String method, String calendar) {
        bring(
                "eml",
                "From: "
                        + from
                        + "\r\nTo: nora@tarn.example\r\nSubject: "
                        + method
                        + "\r\nMessage-ID: <"
                        + UUID.randomUUID()
                        + "@quill.example>\r\nDate: Mon, 5 Jan 2026 09:00:00 +0000\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: text/calendar; charset=utf-8; method="
                        + method
                        + "\r\n\r\n"
                        + calendar.replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:" + method));
    }

    private ImportId bring(String ending, String text) {
        return in(() -> {
            try {
                Path file = Files.createTempFile("calendar", "." + ending);
                Files.writeString(file, text);
                FileImport imports = server.bean(FileImport.class);
                ImportId id = imports.begin(nora, List.of(file));
                imports.run(nora, id, _ -> {});
                Files.delete(file);
                return id;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private <T> T in(Supplier<T> work) {
        return CurrentWorkspace.call(nora.workspace(), work::get);
    }
}
