package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** Of a meeting in the owner's calendar, and of one that the calendar calls confidential. */
    private static final String MEETING = "umbrella symposium";

    private static final String SAID = "cobalt roadmap";
    private static final String SECRET = "meridian checkup";
    private static final String SECRET_WORDS = "spleen";

    private static final Instant PRIVATE_AT = Instant.now().minus(Duration.ofDays(40));

    private static final DateTimeFormatter MAIL_DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss '+0000'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private static TestServer server;
    private static Member nora;
    private static Caller owner;
    private static Caller onIt;
    private static Caller other;
    private static List<UUID> ids;
    private static UUID privateTouch;
    private static Everything owners;

    @BeforeAll
    static void threeColleaguesAndTwoMails() throws IOException {
        server = TestServer.start();
        Access access = server.bean(Access.class);
        nora = access.setUp("Tarn", "nora@tarn.example", "Nora", "four sample cartridges", zone());
        owner = Caller.member(server, nora, Scope.WRITE);
        onIt = colleague("ivo");
        other = colleague("sam");
        bring(".mbox", mail(), privateMail());
        bring(".ics", calendar());
        privacy(p -> p.keepPrivate(nora.viewer(), "clinic.example"));
        ids = ids();
        privateTouch = touch(PRIVATE_SUBJECT);
        owners = everythingFor(owner);
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

    private static String calendar() {
        return """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        UID:open@tarn.example
        DTSTART:%s
        SUMMARY:umbrella symposium
        DESCRIPTION:cobalt roadmap
        ORGANIZER:mailto:nora@tarn.example
        ATTENDEE;CN=Mira Vesely:mailto:mira@vesely.example
        ATTENDEE;CN=Ivo:mailto:ivo@tarn.example
        END:VEVENT
        BEGIN:VEVENT
        UID:secret@tarn.example
        CLASS:CONFIDENTIAL
        DTSTART:%s
        SUMMARY:meridian checkup
        DESCRIPTION:spleen
        ATTENDEE;CN=Mira Vesely:mailto:mira@vesely.example
        ATTENDEE;CN=Quell:mailto:quell@bank.example
        END:VEVENT
        END:VCALENDAR
        """
                .formatted(
                        ICAL.format(Instant.now().minus(Duration.ofDays(2))),
                        ICAL.format(PRIVATE_AT));
    }

    private static final DateTimeFormatter ICAL =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static void bring(String suffix, String... mails) throws IOException {
        Path mailbox = Files.createTempFile("privacy", suffix);
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

    private static Everything everythingFor(Caller caller) {
        return Everything.shown(
                server, caller, ids, List.of("zanzibar", "quixotic", "mira", "pell", "housings"));
    }

    @Test
    void whose_mail_it_is_sees_all_of_it() {
        Everything shown = owners;

        assertThat(shown.showing(SUBJECT))
                .contains(
                        "GET /people/{id}",
                        "GET /find",
                        "GET /touches/{id}",
                        "GET /api/v1/touches/{id}",
                        "GET /api/v1/contacts/{id}/touches",
                        "GET /api/v1/export");
        assertThat(shown.showing(WORDS))
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
        assertThat(shown.showing(IN_FILE)).contains("GET /touches/{id}/attachments/{position}");
        assertThat(shown.showing(BLIND))
                .contains("GET /touches/{id}", "GET /touches/{id}/original");
        assertThat(shown.showing(PRIVATE_SUBJECT)).contains("GET /find", "GET /people/{id}");
        assertThat(shown.showing(PRIVATE_WORDS)).contains("GET /touches/{id}");
        assertThat(shown.showing(SAID)).contains("GET /touches/{id}", "GET /people/{id}");
        assertThat(shown.showing(SECRET)).contains("GET /people/{id}", "GET /touches/{id}");
        assertThat(shown.showing(SECRET_WORDS)).contains("GET /touches/{id}");
    }

    @Test
    void who_was_on_it_reads_it_and_sees_no_blind_copies() {
        share(MailSharing.HAPPENED);
        Everything shown = owners.alsoShownTo(onIt);

        assertThat(shown.showing(SUBJECT)).contains("GET /find", "GET /touches/{id}");
        assertThat(shown.showing(WORDS))
                .contains(
                        "GET /people/{id}",
                        "GET /touches/{id}",
                        "GET /touches/{id}/html",
                        "GET /touches/{id}/original",
                        "GET /api/v1/touches/{id}",
                        "GET /api/v1/export");
        assertThat(shown.showing(IN_FILE)).contains("GET /touches/{id}/attachments/{position}");
        assertThat(shown.showing(SAID)).contains("GET /touches/{id}", "GET /people/{id}");
        checkNothingOfTheirArchiveAlone(shown);
    }

    @Test
    void others_see_that_it_happened() {
        share(MailSharing.HAPPENED);
        Everything shown = everythingFor(other);

        assertThat(shown.showing(touch(SUBJECT).toString()))
                .contains("GET /api/v1/touches/{id}", "GET /api/v1/contacts/{id}/touches");
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(shown.showing(SUBJECT)).isEmpty();
            softly.assertThat(shown.showing(MEETING)).isEmpty();
            softly.assertThat(shown.showing(SAID)).isEmpty();
            softly.assertThat(shown.showing("colleague's calendar")).isNotEmpty();
            for (String word : TEXT) softly.assertThat(shown.showing(word)).as(word).isEmpty();
        });
        checkNothingOfTheirArchiveAlone(shown);
    }

    @Test
    void others_see_its_subject_where_subjects_are_shared() {
        share(MailSharing.SUBJECT);
        Everything shown = owners.alsoShownTo(other);

        assertThat(shown.showing(SUBJECT))
                .contains(
                        "GET /find",
                        "GET /people/{id}",
                        "GET /api/v1/touches/{id}",
                        "GET /api/v1/contacts/{id}/touches",
                        "GET /api/v1/export");
        assertThat(shown.showing(MEETING))
                .contains("GET /people/{id}", "GET /api/v1/touches/{id}", "GET /api/v1/export");
        assertThat(shown.showing(SAID)).isEmpty();
        SoftAssertions.assertSoftly(softly -> {
            for (String word : TEXT) softly.assertThat(shown.showing(word)).as(word).isEmpty();
        });
        checkNothingOfTheirArchiveAlone(shown);
    }

    @Test
    void others_read_it_where_text_is_shared() {
        share(MailSharing.TEXT);
        Everything shown = owners.alsoShownTo(other);

        assertThat(shown.showing(WORDS))
                .contains(
                        "GET /people/{id}",
                        "GET /accounts/{id}",
                        "GET /touches/{id}",
                        "GET /touches/{id}/html",
                        "GET /touches/{id}/original",
                        "GET /api/v1/touches/{id}",
                        "GET /api/v1/export");
        assertThat(shown.showing(IN_FILE)).contains("GET /touches/{id}/attachments/{position}");
        assertThat(shown.showing(SAID)).contains("GET /touches/{id}", "GET /people/{id}");
        checkNothingOfTheirArchiveAlone(shown);
    }

    /** Whatever is shared: what is private is not there, and blind copies stay blind. */
    private static void checkNothingOfTheirArchiveAlone(Everything shown) {
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(shown.showing(BLIND)).as("blind copy").isEmpty();
            softly.assertThat(shown.showing(PRIVATE_SUBJECT)).as("private subject").isEmpty();
            softly.assertThat(shown.showing(PRIVATE_WORDS)).as("private words").isEmpty();
            softly.assertThat(shown.showing(SECRET)).as("secret meeting").isEmpty();
            softly.assertThat(shown.showing(SECRET_WORDS)).as("secret words").isEmpty();
            softly.assertThat(shown.showing("quell")).as("who was there").isEmpty();
            softly.assertThat(shown.showing(privateTouch.toString())).as("private id").isEmpty();
            for (String day : List.of("uuuu-MM-dd", "d MMM"))
                softly.assertThat(shown.showing(when(day))).as("when it was").isEmpty();
        });
    }

    @Test
    void what_a_colleague_may_not_read_they_cannot_correct_either() {
        share(MailSharing.SUBJECT);
        for (String subject : List.of(MEETING, SECRET)) {
            String typed =
                    "{\"kind\":\"meeting\",\"people\":[\"%s\"],\"at\":\"2026-03-10T14:30:00Z\",\"corrects\":\"%s\"}"
                            .formatted(ask("SELECT id FROM contact").getFirst(), touch(subject));
            assertThat(other.post("/api/v1/touches", typed).status()).as(subject).isEqualTo(422);
        }
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
                ".mbox",
                privateMail()
                        .replace("<2@", "<3@")
                        .replace("Pell <pell", "Orlo <orlo")
                        .replace("fine", "well"));

        assertThat(ask("SELECT id FROM touch WHERE private AND kind = 'mail'")).hasSize(2);
        assertThat(ask("SELECT id FROM contact WHERE display_name LIKE '%Orlo%'")).isEmpty();
        assertThat(other.shown("/find?q=orlo")).doesNotContain("quixotic");
    }
}
