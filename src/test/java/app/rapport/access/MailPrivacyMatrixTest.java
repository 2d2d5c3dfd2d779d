package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Routes.Route;
import app.rapport.access.web.Gate;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.ImportId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every route that shows something, asked for every record and with every word of the mails: by
 * whose mail it is, by a colleague who was on it, and by one who was not under each setting. The
 * routes are read from the running server, so a new one is asked from its first day.
 */
class MailPrivacyMatrixTest {
    /** Of its subject, which is looked for by another word: what is found is marked. */
    private static final String SUBJECT = "quotation";

    private static final String WORDS = "wolfram housings";
    private static final String FILE = "kestrel";
    private static final String IN_FILE = "obsidian tolerances";
    private static final String BLIND = "blind@elsewhere.example";
    private static final List<String> TEXT = List.of(WORDS, FILE, IN_FILE);

    private static final String PRIVATE_SUBJECT = "perihelion";
    private static final String PRIVATE_WORDS = "haemoglobin is fine";
    private static final Instant PRIVATE_AT = Instant.now().minus(Duration.ofDays(40));

    private static final DateTimeFormatter MAIL_DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss '+0000'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private static TestServer server;
    private static Member nora;
    private static Caller owner;
    private static Caller onIt;
    private static Caller other;
    private static List<Route> routes;
    private static List<UUID> ids;
    private static UUID privateTouch;

    @BeforeAll
    static void threeColleaguesAndTwoMails() throws IOException {
        server = TestServer.start();
        Access access = server.bean(Access.class);
        nora = access.setUp("Tarn", "nora@tarn.example", "Nora", "four sample cartridges", zone());
        owner = Caller.member(server, nora, Scope.WRITE);
        onIt = colleague("ivo");
        other = colleague("sam");
        bring(mail(), privateMail());
        privacy(p -> p.keepPrivate(nora.viewer(), "clinic.example"));
        routes =
                Routes.of(server).all().stream()
                        .filter(route -> route.method().equals("GET"))
                        .filter(route -> !Gate.isOpen(route.handler()))
                        .toList();
        ids = ids();
        privateTouch = touch(PRIVATE_SUBJECT);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static ZoneId zone() {
        return ZoneId.of("UTC");
    }

    /** An admin, who may ask all routes. */
    private static Caller colleague(String name) {
        Member member =
                server.bean(Members.class)
                        .add(
                                nora.workspace(),
                                name + "@tarn.example",
                                name,
                                Role.ADMIN,
                                Optional.of("four sample cartridges"),
                                Optional.empty());
        return Caller.member(server, member, Scope.WRITE);
    }

    private static String mail() {
        return """
        From x Thu Jan  1 00:00:00 2026
        From: Mira Vesely <mira@vesely.example>
        To: Nora <nora@tarn.example>
        Cc: Ivo <ivo@tarn.example>
        Bcc: blind@elsewhere.example
        Date: %s
        Message-ID: <1@vesely.example>
        Subject: Zanzibar quotation
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/html

        <p>Nora, can you change the wolfram housings by tomorrow?</p>
        --b
        Content-Type: text/plain; name=kestrel.txt
        Content-Disposition: attachment; filename=kestrel.txt

        obsidian tolerances
        --b--

        """
                .formatted(MAIL_DATE.format(Instant.now().minus(Duration.ofDays(1))));
    }

    private static String privateMail() {
        return """
        From x Thu Jan  1 00:00:00 2026
        From: Dr Pell <pell@mail.clinic.example>
        To: Nora <nora@tarn.example>
        Cc: Mira Vesely <mira@vesely.example>
        Date: %s
        Message-ID: <2@clinic.example>
        Subject: Quixotic perihelion

        Your haemoglobin is fine. Can you come again on Monday?

        """
                .formatted(MAIL_DATE.format(PRIVATE_AT));
    }

    private static void bring(String... mails) throws IOException {
        Path mailbox = Files.createTempFile("privacy", ".mbox");
        Files.writeString(mailbox, String.join("", mails));
        FileImport imports = server.bean(FileImport.class);
        CurrentWorkspace.callThrowing(
                nora.workspace(),
                () -> {
                    ImportId id = imports.begin(nora.viewer(), List.of(mailbox));
                    return imports.run(nora.viewer(), id, _ -> {});
                });
        Files.delete(mailbox);
    }

    private static void privacy(java.util.function.Consumer<MailPrivacy> change) {
        CurrentWorkspace.run(nora.workspace(), () -> change.accept(server.bean(MailPrivacy.class)));
    }

    private static void share(MailSharing sharing) {
        privacy(p -> p.share(nora.viewer(), sharing));
    }

    /** Of every kind of record that a route may show mail of. */
    private static List<UUID> ids() {
        return Stream.of("touch", "contact", "account", "thread", "import")
                .flatMap(table -> ask("SELECT id FROM " + table).stream())
                .toList();
    }

    private static UUID touch(String subject) {
        return ask("SELECT id FROM touch WHERE subject LIKE '%" + subject + "'").getFirst();
    }

    private static List<UUID> ask(String sql) {
        return CurrentWorkspace.call(
                nora.workspace(),
                () -> server.bean(JdbcClient.class).sql(sql).query(UUID.class).list());
    }

    /** What each route shows, whatever it is asked for. */
    private static Map<String, String> everythingFor(Caller caller) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Route route : routes) {
            StringBuilder all = new StringBuilder();
            for (String path : paths(route)) {
                all.append(caller.shown(path).replace(path.split("[?]")[0], "")).append('\n');
            }
            shown.put(route.toString(), all.toString());
        }
        return shown;
    }

    private static List<String> paths(Route route) {
        List<String> paths = new ArrayList<>();
        for (UUID id : route.takesAnId() ? ids : List.of(privateTouch)) {
            String path = route.path(id);
            paths.add(path);
            paths.add(path.split("[?]")[0]);
            paths.add(path.replaceAll("/" + id + "$", "/0"));
            for (String typed : List.of("zanzibar", "quixotic", "mira", "pell", "housings"))
                paths.add(path.replace("=x", "=" + typed));
        }
        return paths.stream().distinct().filter(path -> !path.contains("htmx")).toList();
    }

    private static TreeSet<String> showing(Map<String, String> shown, String word) {
        TreeSet<String> routes = new TreeSet<>();
        shown.forEach((route, text) -> {
            if (text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                routes.add(route);
        });
        return routes;
    }

    @Test
    void whose_mail_it_is_sees_all_of_it() {
        Map<String, String> shown = everythingFor(owner);

        assertThat(showing(shown, SUBJECT))
                .contains(
                        "GET /people/{id}",
                        "GET /find",
                        "GET /touches/{id}",
                        "GET /api/v1/touches/{id}",
                        "GET /api/v1/contacts/{id}/touches",
                        "GET /api/v1/export");
        assertThat(showing(shown, WORDS))
                .contains(
                        "GET /",
                        "GET /people/{id}",
                        "GET /accounts/{id}",
                        "GET /touches/{id}",
                        "GET /touches/{id}/html",
                        "GET /touches/{id}/original",
                        "GET /api/v1/today",
                        "GET /api/v1/touches/{id}",
                        "GET /api/v1/export");
        assertThat(showing(shown, IN_FILE)).contains("GET /touches/{id}/attachments/{position}");
        assertThat(showing(shown, BLIND))
                .contains("GET /touches/{id}", "GET /touches/{id}/original");
        assertThat(showing(shown, PRIVATE_SUBJECT)).contains("GET /find", "GET /people/{id}");
        assertThat(showing(shown, PRIVATE_WORDS)).contains("GET /touches/{id}");
    }

    @Test
    void who_was_on_it_reads_it_and_sees_no_blind_copies() {
        share(MailSharing.HAPPENED);
        Map<String, String> shown = everythingFor(onIt);

        assertThat(showing(shown, SUBJECT)).contains("GET /find", "GET /touches/{id}");
        assertThat(showing(shown, WORDS))
                .contains(
                        "GET /people/{id}",
                        "GET /touches/{id}",
                        "GET /touches/{id}/html",
                        "GET /touches/{id}/original",
                        "GET /api/v1/touches/{id}",
                        "GET /api/v1/export");
        assertThat(showing(shown, IN_FILE)).contains("GET /touches/{id}/attachments/{position}");
        checkNothingOfTheirArchiveAlone(shown);
    }

    @Test
    void others_see_that_it_happened() {
        share(MailSharing.HAPPENED);
        Map<String, String> shown = everythingFor(other);

        assertThat(showing(shown, touch(SUBJECT).toString()))
                .contains("GET /api/v1/touches/{id}", "GET /api/v1/contacts/{id}/touches");
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(showing(shown, SUBJECT)).isEmpty();
            for (String word : TEXT) softly.assertThat(showing(shown, word)).as(word).isEmpty();
        });
        checkNothingOfTheirArchiveAlone(shown);
    }

    @Test
    void others_see_its_subject_where_subjects_are_shared() {
        share(MailSharing.SUBJECT);
        Map<String, String> shown = everythingFor(other);

        assertThat(showing(shown, SUBJECT))
                .contains(
                        "GET /find",
                        "GET /people/{id}",
                        "GET /api/v1/touches/{id}",
                        "GET /api/v1/contacts/{id}/touches",
                        "GET /api/v1/export");
        SoftAssertions.assertSoftly(softly -> {
            for (String word : TEXT) softly.assertThat(showing(shown, word)).as(word).isEmpty();
        });
        checkNothingOfTheirArchiveAlone(shown);
    }

    @Test
    void others_read_it_where_text_is_shared() {
        share(MailSharing.TEXT);
        Map<String, String> shown = everythingFor(other);

        assertThat(showing(shown, WORDS))
                .contains(
                        "GET /people/{id}",
                        "GET /accounts/{id}",
                        "GET /touches/{id}",
                        "GET /touches/{id}/html",
                        "GET /touches/{id}/original",
                        "GET /api/v1/touches/{id}",
                        "GET /api/v1/export");
        assertThat(showing(shown, IN_FILE)).contains("GET /touches/{id}/attachments/{position}");
        checkNothingOfTheirArchiveAlone(shown);
    }

    /** Whatever is shared: what is private is not there, and blind copies stay blind. */
    private static void checkNothingOfTheirArchiveAlone(Map<String, String> shown) {
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(showing(shown, BLIND)).as("blind copy").isEmpty();
            softly.assertThat(showing(shown, PRIVATE_SUBJECT)).as("private subject").isEmpty();
            softly.assertThat(showing(shown, PRIVATE_WORDS)).as("private words").isEmpty();
            softly.assertThat(showing(shown, privateTouch.toString())).as("private id").isEmpty();
            for (String day : List.of("uuuu-MM-dd", "d MMM"))
                softly.assertThat(showing(shown, when(day))).as("when it was").isEmpty();
        });
    }

    private static String when(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK)
                .withZone(ZoneOffset.UTC)
                .format(PRIVATE_AT);
    }

    @Test
    void what_somebody_no_longer_keeps_private_happened_for_all_again() {
        String path = "/api/v1/touches/" + privateTouch;
        assertThat(other.send("GET", path, false).status()).isEqualTo(404);
        privacy(p -> p.open(nora.viewer(), "clinic.example"));
        try {
            assertThat(other.send("GET", path, false).status()).isEqualTo(200);
        } finally {
            privacy(p -> p.keepPrivate(nora.viewer(), "clinic.example"));
        }
        assertThat(other.send("GET", path, false).status()).isEqualTo(404);
    }

    @Test
    void an_address_that_somebody_only_says_is_theirs_opens_no_mail() {
        share(MailSharing.HAPPENED);
        Member sam =
                server.bean(Access.class)
                        .member(nora.workspace(), memberCalled("sam"))
                        .orElseThrow();
        CurrentWorkspace.run(
                nora.workspace(),
                () -> {
                    House house = server.bean(House.class);
                    house.addOwnAddresses(sam.viewer(), List.of("mira@vesely.example"));
                    String path = "/api/v1/touches/" + touch(SUBJECT);
                    assertThat(other.shown(path)).doesNotContain(SUBJECT, WORDS);
                    house.removeOwnAddress(sam.viewer(), "mira@vesely.example");
                });
    }

    private static app.rapport.kernel.MemberId memberCalled(String name) {
        return new app.rapport.kernel.MemberId(
                ask("SELECT id FROM member WHERE name = '" + name + "'").getFirst());
    }

    @Test
    void mail_that_comes_in_later_is_private_from_the_start_and_makes_no_contact()
            throws IOException {
        bring(
                privateMail()
                        .replace("<2@", "<3@")
                        .replace("Pell <pell", "Orlo <orlo")
                        .replace("fine", "well"));

        assertThat(ask("SELECT id FROM touch WHERE private")).hasSize(2);
        assertThat(ask("SELECT id FROM contact WHERE display_name LIKE '%Orlo%'")).isEmpty();
        assertThat(other.shown("/find?q=orlo")).doesNotContain("quixotic");
    }
}
