package app.rapport.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Members;
import app.rapport.access.Role;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.TouchFeed;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.Mailboxes.Choice;
import app.rapport.mailboxes.model.MailServer;
import app.rapport.mailboxes.model.MailTrouble;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.model.MailboxId;
import app.rapport.mailboxes.store.Leases;
import app.rapport.post.MailSent;
import app.rapport.post.OutgoingId;
import app.rapport.ui.Alarm;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server keeps up with mailboxes, and says so over the API. */
class KeepingUpTest {
    private static final String PASSWORD = "nine-teasels";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static GreenMail greenMail;
    private static TestServer server;
    private static int firms;

    private Member nora;
    private String token;

    @BeforeAll
    static void start() {
        greenMail = new GreenMail(new ServerSetup[] {ServerSetup.IMAP.dynamicPort()});
        greenMail.start();
        System.setProperty("rapport.mailboxes.every", "PT0.2S");
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
        greenMail.stop();
        System.clearProperty("rapport.mailboxes.every");
    }

    private void firm() {
        int n = ++firms;
        nora =
                server.bean(Access.class)
                        .setUp(
                                "Tarn " + n,
                                "nora" + n + "@tarn.example",
                                "Nora",
                                "long enough",
                                ZoneId.of("UTC"));
        token = server.bean(Access.class).createToken(nora.viewer(), "test");
    }

    private static MailServer mailbox(String login, int port) {
        String address = login.contains("@") ? login : login + "@teasel.example";
        greenMail.setUser(address, login, PASSWORD);
        return new MailServer(
                "127.0.0.1", port, MailServer.Security.NONE, login, MailServer.Method.PASSWORD);
    }

    private static int port() {
        return greenMail.getImap().getPort();
    }

    private <T> T inside(Supplier<T> work) {
        return CurrentWorkspace.call(nora.workspace(), work);
    }

    private Mailboxes mailboxes() {
        return server.bean(Mailboxes.class);
    }

    private Viewer viewer() {
        return nora.viewer();
    }

    private MailboxId connect(MailServer mailbox) {
        return inside(() -> mailboxes().add(viewer(), mailbox, PASSWORD, Choice.ALL));
    }

    private Mailbox now(MailboxId id) {
        return inside(() -> mailboxes().one(viewer(), id).orElseThrow().mailbox());
    }

    private long touches() {
        return inside(() ->
                server.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM touch")
                        .query(Long.class)
                        .single());
    }

    private static void await(String what, BooleanSupplier come) throws InterruptedException {
        await(what, come, () -> "");
    }

    private static void await(String what, BooleanSupplier come, Supplier<?> state)
            throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        while (!come.getAsBoolean()) {
            assertThat(Instant.now()).as(() -> what + " " + state.get()).isBefore(end);
            Thread.sleep(50);
        }
    }

    @Test
    void new_mail_comes_in_by_itself_and_a_line_that_breaks_is_taken_up_again() throws Exception {
        firm();
        try (Line line = Line.to(port())) {
            MailServer own = mailbox("ilse", line.port());
            try (ServerSide theirs = new ServerSide(own, PASSWORD)) {
                theirs.deliver("INBOX", 1);
            }
            MailboxId id = connect(own);
            try (ServerSide theirs = new ServerSide(own, PASSWORD)) {
                await("the first reading", () -> now(id).syncedAt().isPresent());
                assertThat(touches()).isEqualTo(1);
                theirs.deliver("INBOX", 2);
                await("the mail that the server told of", () -> touches() == 2);
                await("what follows from it", () -> !now(id).owesConclusion());
            }
            int before = line.connections();
            line.cut();
            await("somebody connects again", () -> line.connections() > before);
            try (ServerSide theirs = new ServerSide(own, PASSWORD)) {
                theirs.deliver("INBOX", 3);
            }
            await("the mail after the break", () -> touches() == 3, () -> now(id));
        }
    }

    @Test
    void a_refused_password_stops_it_and_is_said_on_every_page_and_beside_today() throws Exception {
        firm();
        MailboxId id = connect(mailbox("otto", port()));
        await("the first reading", () -> now(id).syncedAt().isPresent());
        inside(() -> {
            mailboxes().pause(viewer(), id);
            return id;
        });
        await("nobody reads it", () -> held(id).isEmpty());
        greenMail.setUser("otto@teasel.example", "otto", "changed");
        inside(() -> {
            mailboxes().resume(viewer(), id);
            return id;
        });
        await("it is stopped", () -> now(id).state() == Mailbox.State.STOPPED);
        await("nobody tries again", () -> held(id).isEmpty());
        String alarms =
                inside(() ->
                        server.beans(Alarm.class).stream()
                                .flatMap(alarm -> alarm.words(viewer()).stream())
                                .toList()
                                .toString());
        assertThat(alarms).contains("The password for otto is refused", "would not be seen");
        TouchFeed.Reached reached =
                inside(() -> server.bean(TouchFeed.class).reached(viewer())).getFirst();
        assertThat(reached.trouble()).isPresent();
        assertThat(reached.upTo()).isPresent();
    }

    @Test
    void what_a_member_sent_from_here_lies_among_their_sent_mail_once() throws Exception {
        firm();
        MailServer own = mailbox("wim@teasel.example", port());
        try (ServerSide theirs = new ServerSide(own, PASSWORD)) {
            theirs.create("Sent");
            MailboxId id = connect(own);
            await("the first reading", () -> now(id).syncedAt().isPresent());
            String letter = ServerSide.letter(1).replace("writer1@quillbrook", "wim@teasel");
            String invitation = letter.replace("wim@teasel", "crm@teasel").replace("-1@", "-2@");
            for (int i = 0; i < 2; i++) sent(letter);
            sent(invitation);
            await("the copy", () -> copied(theirs) == 1);
            await("nothing waits", () -> waiting() == 0);
            assertThat(copied(theirs)).isEqualTo(1);
            assertThat(theirs.unseen("Sent")).isZero();
        }
    }

    private void sent(String raw) {
        MailSent sent =
                new MailSent(
                        nora.workspace(),
                        nora.id(),
                        new OutgoingId(UUID.randomUUID()),
                        raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                        Instant.now());
        CurrentWorkspace.run(nora.workspace(), () -> server.bean(SentCopies.class).on(sent));
    }

    private static long copied(ServerSide theirs) {
        try {
            return theirs.count("Sent");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private long waiting() {
        return inside(() ->
                server.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM mailbox_copy")
                        .query(Long.class)
                        .single());
    }

    private Optional<UUID> held(MailboxId id) {
        return inside(() ->
                server
                        .bean(JdbcClient.class)
                        .sql("SELECT held_by FROM mailbox WHERE id = :id")
                        .param("id", id.value())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .filter(java.util.Objects::nonNull)
                        .findFirst());
    }

    @Test
    void of_two_processes_one_reads_it_and_the_other_takes_over_at_once() throws Exception {
        firm();
        MailServer own = mailbox("pia", port());
        Leases leases = server.bean(Leases.class);
        MailboxId id = connect(own);
        Leases.Place place = new Leases.Place(nora.workspace(), id);
        await("the server reads it", () -> held(id).isPresent());
        UUID first = held(id).orElseThrow();
        Clock clock = Clock.systemUTC();
        assertThat(inside(() -> leases.hold(place, UUID.randomUUID(), clock.instant()))).isFalse();
        // as when the first process hangs: its lease ends, and what it would store is not stored
        Instant later = clock.instant().plus(Leases.LENGTH).plusSeconds(1);
        UUID second = UUID.randomUUID();
        assertThat(inside(() -> leases.hold(place, second, later))).isTrue();
        assertThat(inside(() -> leases.hold(place, first, clock.instant()))).isFalse();
        inside(() -> {
            leases.release(place, second);
            return id;
        });
        await("the server reads it again", () -> held(id).isPresent());

        Keepers other =
                new Keepers(
                        server.bean(MailboxSync.class),
                        server.bean(MailboxReading.class),
                        server.bean(SentCopies.class),
                        server.bean(Access.class),
                        leases,
                        Duration.ofMillis(200));
        other.begin();
        try (ServerSide theirs = new ServerSide(own, PASSWORD)) {
            theirs.deliver("INBOX", 1, 2, 3);
            await("all three", () -> touches() == 3);
        }
        Instant before = Instant.now();
        other.destroy();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(inside(() -> mailboxes().one(viewer(), id).orElseThrow()).progress().read())
                .isEqualTo(3);
    }

    @Test
    void a_server_that_is_busy_is_tried_again_later_and_nothing_is_stopped() throws Exception {
        firm();
        MailboxId id = connect(mailbox("udo", port()));
        try (Line busy = Line.refusing("NO [LIMIT] Too many simultaneous connections")) {
            MailServer limited = mailbox("udo", busy.port());
            assertThatThrownBy(() -> mailboxes().tryOut(limited, PASSWORD))
                    .isInstanceOfSatisfying(
                            MailTrouble.class,
                            trouble -> assertThat(trouble.kind()).isEqualTo(MailTrouble.Kind.BUSY))
                    .hasMessageContaining("asks to come back later");
        }
        assertThat(now(id).state()).isEqualTo(Mailbox.State.ACTIVE);
    }

    @Test
    void over_the_api_it_is_connected_read_and_removed_by_its_owner_alone() throws Exception {
        firm();
        MailServer own = mailbox("vera", port());
        try (ServerSide theirs = new ServerSide(own, PASSWORD)) {
            theirs.deliver("INBOX", 1, 2);
        }
        String body =
                """
                {"host":"127.0.0.1","port":%d,"tls":"none","user":"vera","password":"%s","folders":["INBOX"]}
                """;
        HttpResponse<String> wrong = post("", body.formatted(port(), "wrong"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).at("/errors/0/pointer").asString()).isEqualTo("#/password");
        HttpResponse<String> made = post("", body.formatted(port(), PASSWORD));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body()).doesNotContain(PASSWORD);
        String id = json(made).path("id").asString();
        await("both mails", () -> touches() == 2);
        assertThat(post("/" + id + "/sync", "").statusCode()).isEqualTo(202);
        JsonNode one = json(get("/" + id, token)).path("folders").get(0);
        assertThat(one.path("here").asInt()).isEqualTo(2);
        assertThat(post("", body.formatted(port(), PASSWORD)).statusCode()).isEqualTo(422);

        String colleague = colleague(Role.SELLER);
        String admin = colleague(Role.ADMIN);
        assertThat(get("/" + id, colleague).statusCode()).isEqualTo(404);
        assertThat(get("/" + id, admin).statusCode()).isEqualTo(404);
        assertThat(json(get("", colleague)).path("others").isEmpty()).isTrue();
        assertThat(json(get("", admin)).at("/others/0/id").asString()).isEqualTo(id);
        assertThat(get("", admin).body()).doesNotContain("vera");
        assertThat(send("DELETE", "/" + id, "", admin).statusCode()).isEqualTo(404);

        assertThat(send("DELETE", "/" + id + "?undo=true", "", token).statusCode()).isEqualTo(204);
        assertThat(touches()).isZero();
        assertThat(get("/" + id, token).statusCode()).isEqualTo(404);
    }

    private String colleague(Role role) {
        String email = role.key() + firms + "@tarn.example";
        Member member =
                server.bean(Members.class)
                        .add(
                                nora.workspace(),
                                email,
                                role.title(),
                                role,
                                Optional.of("long enough"),
                                Optional.empty());
        return server.bean(Access.class).createToken(member.viewer(), "test");
    }

    private HttpResponse<String> get(String path, String as) throws Exception {
        return send("GET", path, "", as);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send("POST", path, body, token);
    }

    private static HttpResponse<String> send(String how, String path, String body, String as)
            throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/mailboxes" + path))
                        .header("Authorization", "Bearer " + as)
                        .header("Content-Type", "application/json")
                        .method(how, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
