package app.rapport.calendar.poll;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.calendar.poll.CalendarFetch.Limits;
import app.rapport.calendar.poll.Fetched.Changed;
import app.rapport.calendar.poll.Fetched.Mark;
import app.rapport.calendar.poll.Fetched.Trouble;
import app.rapport.calendar.poll.Fetched.Unchanged;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars at addresses of every kind, asked of a real server. */
class CalendarFetchTest {
    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
    private static final CalendarFetch FETCH =
            new CalendarFetch(new Limits(10_000, Duration.ofSeconds(2), true));
    private static HttpServer server;

    @BeforeAll
    static void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", CalendarFetchTest::answer);
        server.start();
    }

    @AfterAll
    static void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange asked) throws IOException {
        try (asked) {
            switch (asked.getRequestURI().getPath()) {
                case "/mine.ics" -> marked(asked);
                case "/away" -> redirect(asked, "/mine.ics");
                case "/circle" -> redirect(asked, "/circle");
                case "/elsewhere" -> redirect(asked, "file:///etc/passwd");
                case "/page" -> say(asked, 200, "<html>Log in</html>");
                case "/large" -> say(asked, 200, CALENDAR + "x".repeat(20_000));
                case "/closed" -> say(asked, 401, "");
                case "/slow" -> drip(asked);
                default -> say(asked, 404, "");
            }
        }
    }

    private static void marked(HttpExchange asked) throws IOException {
        boolean same = "\"7\"".equals(asked.getRequestHeaders().getFirst("If-None-Match"));
        asked.getResponseHeaders().add("ETag", "\"7\"");
        say(asked, same ? 304 : 200, same ? "" : CALENDAR);
    }

    private static void redirect(HttpExchange asked, String to) throws IOException {
        asked.getResponseHeaders().add("Location", to);
        say(asked, 302, "");
    }

    private static void say(HttpExchange asked, int status, String words) throws IOException {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        asked.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) asked.getResponseBody().write(bytes);
    }

    private static void drip(HttpExchange asked) throws IOException {
        asked.sendResponseHeaders(200, 0);
        try (OutputStream out = asked.getResponseBody()) {
            for (int i = 0; i < 100; i++) {
                out.write('B');
                out.flush();
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_calendar_is_read_once_and_then_only_when_it_is_another() throws IOException {
        Changed changed = (Changed) FETCH.fetch(at("/mine.ics"), Mark.NONE);
        assertThat(changed.file()).hasContent(CALENDAR);
        Files.delete(changed.file());
        assertThat(changed.mark().etag()).isEqualTo("\"7\"");
        assertThat(FETCH.fetch(at("/mine.ics"), changed.mark())).isInstanceOf(Unchanged.class);
    }

    @Test
    void a_redirect_is_followed() throws IOException {
        Changed changed = (Changed) FETCH.fetch(at("/away"), Mark.NONE);
        Files.delete(changed.file());
    }

    @Test
    void what_is_wrong_is_said_in_plain_words() {
        assertThat(trouble(at("/nothing"))).startsWith("There is no calendar at this address");
        assertThat(trouble(at("/page"))).startsWith("There is no calendar at this address");
        assertThat(trouble(at("/closed"))).contains("wants a password");
        assertThat(trouble(at("/circle"))).contains("leads in a circle");
        assertThat(trouble(at("/elsewhere"))).contains("no web address");
        assertThat(trouble(at("/large"))).contains("larger than");
        assertThat(trouble(at("/slow"))).contains("too long");
        assertThat(trouble("ftp://there.example/mine.ics")).contains("This is no address");
        assertThat(trouble("my calendar")).contains("This is no address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.20.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "[::1]",
                "[fd00::1]",
                "[fe80::1]",
                "[::ffff:127.0.0.1]",
                "[2002:7f00:1::]"
            })
    void private_networks_are_not_asked(String host) {
        CalendarFetch careful = new CalendarFetch(Limits.usual(false));
        String address = "http://" + host + ":" + server.getAddress().getPort() + "/mine.ics";
        assertThat(((Trouble) careful.fetch(address, Mark.NONE)).sentence())
                .contains("private network");
    }

    private static String trouble(String address) {
        return ((Trouble) FETCH.fetch(address, Mark.NONE)).sentence();
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
