package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.DatabaseAccess;
import app.rapport.database.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed while mails wait, leave and are handed over: each arrives once or is
 * shown, and the form that a browser sends again makes no second mail.
 */
class SendingKilledTest {
    /** Nobody waits here for the seconds in which a mail can be taken back. */
    private static final String AT_ONCE =
            "UPDATE outgoing_mail SET due_at = now() WHERE state = 'waiting'";

    private static final UUID MARTA = UUID.fromString("01930000-0000-7000-8000-000000000001");

    @TempDir Path data;

    @AfterEach
    void nothing_of_it_runs_on() {
        assertThat(RapportProcess.stillRunningOn(data)).isEmpty();
    }

    @Test
    void each_mail_written_on_a_page_arrives_once_or_is_shown() throws Exception {
        SetUpFolder.copyInto(data);
        try (SlowServer mails = new SlowServer("Stuck")) {
            String form;
            try (RapportProcess server = serving()) {
                execute(
                        """
                        INSERT INTO smtp_account (workspace_id, id, host, port, security, from_address, updated_at)
                        SELECT id, id, '127.0.0.1', %d, 'none', 'crm@firm.example', now() FROM workspace;
                        INSERT INTO contact (workspace_id, id, display_name, name_key, colleague, source, created_at, updated_at)
                        SELECT id, '%s', 'Marta', 'marta', false, 'typed', now(), now() FROM workspace;
                        INSERT INTO contact_point (workspace_id, contact_id, position, kind, value, key)
                        SELECT id, '%s', 0, 'mail', 'marta@quillbrook.example', 'marta@quillbrook.example' FROM workspace
                        """
                                .formatted(mails.port(), MARTA, MARTA));
                Seller nora = new Seller(address(server));
                nora.write("First");
                execute(AT_ONCE);
                mails.await("First");
                nora.write("Stuck");
                execute(AT_ONCE);
                mails.await("Stuck");
                form = nora.write("Waiting");
                server.kill();
            }
            RapportProcess.killPostmasterOf(data);

            try (RapportProcess again = serving()) {
                Seller nora = new Seller(address(again));
                nora.send(form);
                execute(AT_ONCE);
                mails.await("Waiting");
                await("SELECT count(*) FROM touch WHERE subject IN ('First', 'Waiting')", 2);
                await(
                        "SELECT count(*) FROM outgoing_mail WHERE state = 'unclear' AND subject = 'Stuck'",
                        1);
                assertThat(nora.page("/outbox")).contains("May have left");
                nora.send(form);
                // the form made no fourth mail, and nothing is left that could leave
                await("SELECT count(*) FROM outgoing_mail WHERE state IN ('sent', 'unclear')", 3);
                await("SELECT count(*) FROM outgoing_mail", 3);
                again.terminateGroup();
                again.exitCode();
            }
            assertThat(mails.subjects()).containsExactlyInAnyOrder("First", "Stuck", "Waiting");
        }
    }

    private RapportProcess serving() throws IOException {
        return RapportProcess.serving(
                data,
                Map.of("RAPPORT_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Drapport.jobs.pace=PT0.5S"));
    }

    private static String address(RapportProcess server) {
        Matcher ready = Pattern.compile("Rapport is ready: (\\S+)").matcher(server.out());
        assertThat(ready.find()).isTrue();
        return ready.group(1);
    }

    private void execute(String sql) throws SQLException, IOException {
        try (EmbeddedPostgres beside = EmbeddedPostgres.in(data);
                Connection connection = connection(beside.start());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void await(String count, long expected) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        try (EmbeddedPostgres beside = EmbeddedPostgres.in(data);
                Connection connection = connection(beside.start());
                Statement statement = connection.createStatement()) {
            long found;
            do {
                try (var rows = statement.executeQuery(count)) {
                    rows.next();
                    found = rows.getLong(1);
                }
                RapportProcess.sleep();
            } while (found != expected && Instant.now().isBefore(end));
            assertThat(found).as(count).isEqualTo(expected);
        }
    }

    private static Connection connection(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
    }

    /** Somebody before a browser. */
    private static final class Seller {
        private final HttpClient browser =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        private final String address;

        Seller(String address) throws IOException, InterruptedException {
            this.address = address;
            post(
                    "/login",
                    "email=owner%40example.org&password="
                            + SetUpFolder.PASSWORD
                            + "&_csrf="
                            + csrf(page("/login")));
        }

        /** Writes to Marta; returns the form as it was sent, without its token. */
        String write(String subject) throws IOException, InterruptedException {
            Matcher draft =
                    Pattern.compile("name=\"draft\" value=\"([^\"]+)\"")
                            .matcher(page("/people/" + MARTA + "/write"));
            assertThat(draft.find()).isTrue();
            String form =
                    "draft="
                            + draft.group(1)
                            + "&to=marta%40quillbrook.example&copies=&subject="
                            + subject
                            + "&words=Hello";
            send(form);
            return form;
        }

        void send(String form) throws IOException, InterruptedException {
            String token = csrf(page("/people/" + MARTA + "/write"));
            post("/people/" + MARTA + "/write", form + "&_csrf=" + token);
        }

        String page(String path) throws IOException, InterruptedException {
            return browser.send(
                            HttpRequest.newBuilder(URI.create(address + path)).build(),
                            BodyHandlers.ofString())
                    .body();
        }

        private void post(String path, String form) throws IOException, InterruptedException {
            var answer =
                    browser.send(
                            HttpRequest.newBuilder(URI.create(address + path))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(form))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 422); // sent already
        }

        private static String csrf(String page) {
            Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
            assertThat(token.find()).as(page).isTrue();
            return URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        }
    }

    /** A mail server that takes every letter, and never says so for one of them. */
    private static final class SlowServer implements AutoCloseable {
        private final ServerSocket socket =
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final List<String> subjects = Collections.synchronizedList(new ArrayList<>());
        private final String stuck;

        SlowServer(String stuck) throws IOException {
            this.stuck = stuck;
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        List<String> subjects() {
            return List.copyOf(subjects);
        }

        void await(String subject) {
            Instant end = Instant.now().plusSeconds(60);
            while (!subjects.contains(subject)) {
                assertThat(Instant.now()).as(subject + " never came").isBefore(end);
                RapportProcess.sleep();
            }
        }

        private void serve() {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    Thread.ofVirtual().start(() -> talk(client));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void talk(Socket client) {
            try (client) {
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.US_ASCII));
                say(client, "220 slow");
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.startsWith("DATA")) take(client, in);
                    else say(client, line.startsWith("QUIT") ? "221 bye" : "250 fine");
                }
            } catch (IOException e) {
                // killed: what the test is about
            }
        }

        private void take(Socket client, BufferedReader in) throws IOException {
            say(client, "354 go on");
            String subject = "";
            for (String line = in.readLine();
                    line != null && !line.equals(".");
                    line = in.readLine())
                if (line.startsWith("Subject: ")) subject = line.substring("Subject: ".length());
            subjects.add(subject);
            if (!subject.equals(stuck)) say(client, "250 taken");
        }

        private static void say(Socket client, String line) throws IOException {
            OutputStream out = client.getOutputStream();
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
