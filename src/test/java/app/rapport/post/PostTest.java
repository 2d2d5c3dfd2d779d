package app.rapport.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.database.CurrentWorkspace;
import app.rapport.database.Presence;
import app.rapport.database.TestDatabase;
import app.rapport.database.Vault;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The outbox over a real database and real mail servers: once, or shown. */
class PostTest {
    @RegisterExtension static final TestDatabase database = new TestDatabase();

    @RegisterExtension
    static final GreenMailExtension server =
            new GreenMailExtension(ServerSetup.SMTP.dynamicPort())
                    .withConfiguration(
                            GreenMailConfiguration.aConfig()
                                    .withUser("nora@teasel.example", "nora", "nine teasels"));

    @TempDir static Path data;

    private final Presence presence = database.presence();
    private final Presence another = database.presence();
    private final List<MailSent> told = Collections.synchronizedList(new ArrayList<>());
    private Instant now = Instant.parse("2026-11-25T09:00:00Z");
    private Viewer nora;
    private SmtpAccounts accounts;
    private Outbox outbox;
    private Post post;
    private TestMails tests;

    @BeforeEach
    void open() {
        nora = member();
        accounts =
                new SmtpAccounts(
                        database.jdbc(),
                        Vault.in(data),
                        new AccessTokens(true, clock()),
                        _ -> {},
                        Clock.systemUTC());
        outbox = new Outbox(database.jdbc());
        tests = new TestMails(accounts, clock());
        post = new Post(outbox, new OwnMails(database.jdbc()), accounts, _ -> {}, clock());
        inside(() ->
                accounts.save(
                        nora,
                        SmtpAccounts.Whose.MEMBERS,
                        account(server.getSmtp().getPort()),
                        Optional.of("nine teasels")));
    }

    @AfterEach
    void empty() {
        presence.destroy();
        another.destroy();
        database.owner().jdbc().sql("DELETE FROM outgoing_mail").update();
        database.owner().jdbc().sql("DELETE FROM smtp_account").update();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private Postman postman() {
        return new Postman(
                outbox,
                accounts,
                database.outside(),
                presence,
                event -> told.add((MailSent) event),
                database.transactionManager(),
                clock(),
                Duration.ofSeconds(5));
    }

    private static SmtpAccount account(int port) {
        return new SmtpAccount(
                "127.0.0.1",
                port,
                SmtpAccount.Security.NONE,
                "nora",
                SmtpAccount.Method.PASSWORD,
                "nora@teasel.example",
                "Nora Pelling");
    }

    private static Viewer member() {
        Viewer viewer = new Viewer(WorkspaceId.next(), MemberId.next(), ZoneOffset.UTC);
        UUID login = UUID.randomUUID();
        var jdbc = database.owner().jdbc();
        jdbc.sql("INSERT INTO workspace (id, name, created_at) VALUES (:w, 'Teasel', now())")
                .param("w", viewer.workspace().value())
                .update();
        jdbc.sql(
                        "INSERT INTO login (id, email, email_key, password_hash, created_at) VALUES (:l, :e, :e, 'x', now())")
                .param("l", login)
                .param("e", login.toString())
                .update();
        jdbc.sql(
                        "INSERT INTO member (workspace_id, id, login_id, name, role, created_at) VALUES (:w, :m, :l, 'Nora', 'seller', now())")
                .param("w", viewer.workspace().value())
                .param("m", viewer.member().value())
                .param("l", login)
                .update();
        return viewer;
    }

    private void inside(Runnable work) {
        CurrentWorkspace.run(nora.workspace(), work);
    }

    private OutgoingId send(Letter letter, Duration wait) {
        return CurrentWorkspace.call(nora.workspace(), () -> post.send(nora, letter, wait));
    }

    private Outgoing one(OutgoingId id) {
        return CurrentWorkspace.call(nora.workspace(), () -> post.one(nora, id).orElseThrow());
    }

    private static Letter letter(String subject) {
        return Letter.plain("ilse@quillbrook.example", subject, "Five days is possible.\n\nNora");
    }

    @Test
    void a_letter_arrives_once_with_its_thread_and_is_told_to_the_other_rooms() throws Exception {
        OutgoingId id =
                send(
                        Letter.to(
                                        List.of(
                                                new Letter.Recipient(
                                                        "Ilse Žák", "ilse@quillbrook.example")),
                                        "Re: Gehäuse über Ostern",
                                        "Grüße, 5 days.")
                                .copiedTo(List.of(Letter.Recipient.of("cc@quillbrook.example")))
                                .answering(
                                        "<q1@quillbrook.example>",
                                        List.of(
                                                "<q0@quillbrook.example>",
                                                "<q1@quillbrook.example>")),
                        Duration.ZERO);
        postman().run();
        postman().run();

        MimeMessage[] arrived = server.getReceivedMessages();
        assertThat(arrived).hasSize(2); // one for each recipient's mailbox
        assertThat(arrived[0].getSubject()).isEqualTo("Re: Gehäuse über Ostern");
        assertThat(arrived[0].getHeader("In-Reply-To")).containsExactly("<q1@quillbrook.example>");
        assertThat(arrived[0].getHeader("References", " ")).contains("<q0@", "<q1@");
        assertThat(arrived[0].getFrom()[0]).hasToString("Nora Pelling <nora@teasel.example>");
        assertThat(String.valueOf(arrived[0].getContent()).strip()).isEqualTo("Grüße, 5 days.");
        assertThat(one(id).state()).isEqualTo(Outgoing.State.SENT);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().id()).isEqualTo(id);
    }

    @Test
    void what_is_withdrawn_in_time_never_leaves() {
        OutgoingId id = send(letter("Too soon"), Duration.ofSeconds(10));
        postman().run();
        inside(() -> assertThat(post.withdraw(nora, id)).isTrue());
        now = now.plusSeconds(60);
        postman().run();
        assertThat(server.getReceivedMessages()).isEmpty();
        inside(() -> assertThat(post.withdraw(nora, id)).isFalse());
        assertThat(one(id).state()).isEqualTo(Outgoing.State.WITHDRAWN);
    }

    @Test
    void while_the_server_is_away_it_waits_longer_each_time_and_fails_in_the_end() {
        inside(() ->
                accounts.save(
                        nora, SmtpAccounts.Whose.MEMBERS, account(closedPort()), Optional.empty()));
        OutgoingId id = send(letter("Later"), Duration.ZERO);
        Instant first = now;
        for (int attempt = 1; attempt <= Delivery.WAITS.size(); attempt++) {
            postman().run();
            Outgoing mail = one(id);
            assertThat(mail.state()).isEqualTo(Outgoing.State.WAITING);
            assertThat(mail.failure().orElseThrow()).contains("does not answer");
            assertThat(mail.dueAt()).isEqualTo(now.plus(Delivery.WAITS.get(attempt - 1)));
            now = mail.dueAt();
        }
        postman().run();
        assertThat(one(id).state()).isEqualTo(Outgoing.State.FAILED);
        assertThat(now).isBetween(first.plus(Duration.ofDays(1)), first.plus(Duration.ofDays(3)));
    }

    @Test
    void a_wrong_password_is_said_and_not_tried_again_and_again() {
        inside(() ->
                accounts.save(
                        nora,
                        SmtpAccounts.Whose.MEMBERS,
                        account(server.getSmtp().getPort()),
                        Optional.of("wrong")));
        inside(() ->
                assertThatThrownBy(() -> tests.send(nora, SmtpAccounts.Whose.MEMBERS))
                        .isInstanceOf(NotSendable.class)
                        .hasMessageContaining("login of nora is refused"));
        OutgoingId id = send(letter("Hello"), Duration.ZERO);
        postman().run();
        assertThat(one(id).state()).isEqualTo(Outgoing.State.FAILED);
        assertThat(one(id).failure().orElseThrow()).contains("login of nora is refused");
        inside(() ->
                accounts.save(
                        nora,
                        SmtpAccounts.Whose.MEMBERS,
                        account(server.getSmtp().getPort()),
                        Optional.of("nine teasels")));
        inside(() -> assertThat(post.again(nora, id)).isTrue());
        postman().run();
        assertThat(one(id).state()).isEqualTo(Outgoing.State.SENT);
    }

    @Test
    void a_server_that_says_later_is_tried_later_and_one_that_says_no_is_not() throws Exception {
        try (ScriptedServer busy = new ScriptedServer("450 4.2.1 busy, come back");
                ScriptedServer never = new ScriptedServer("550 5.1.1 no such person")) {
            assertThat(after(busy).state()).isEqualTo(Outgoing.State.WAITING);
            Outgoing refused = after(never);
            assertThat(refused.state()).isEqualTo(Outgoing.State.FAILED);
            assertThat(refused.failure().orElseThrow()).contains("no such person");
        }
    }

    @Test
    void a_line_that_breaks_after_the_words_leaves_it_unclear_and_is_not_sent_again()
            throws Exception {
        try (ScriptedServer breaks = new ScriptedServer(ScriptedServer.HANG_UP_AFTER_DATA)) {
            Outgoing mail = after(breaks);
            assertThat(mail.state()).isEqualTo(Outgoing.State.UNCLEAR);
            now = now.plus(Duration.ofDays(3));
            postman().run();
            assertThat(breaks.letters()).isEqualTo(1);
        }
    }

    private Outgoing after(ScriptedServer scripted) {
        SmtpAccount account =
                new SmtpAccount(
                        "127.0.0.1",
                        scripted.port(),
                        SmtpAccount.Security.NONE,
                        "",
                        SmtpAccount.Method.PASSWORD,
                        "nora@teasel.example",
                        "");
        inside(() -> accounts.save(nora, SmtpAccounts.Whose.MEMBERS, account, Optional.empty()));
        OutgoingId id = send(letter("Hello"), Duration.ZERO);
        postman().run();
        return one(id);
    }

    @Test
    void a_crash_before_the_words_sends_it_again_and_one_within_them_does_not() {
        OutgoingId before = send(letter("Before"), Duration.ZERO);
        OutgoingId within = send(letter("Within"), Duration.ZERO);
        inside(() -> {
            for (int i = 0; i < 2; i++)
                outbox.claim(nora.workspace(), another.name(), now, now.plusSeconds(300))
                        .orElseThrow();
            outbox.handingOver(nora.workspace(), within);
        });
        postman().run(); // the claims still hold
        assertThat(server.getReceivedMessages()).isEmpty();
        another.destroy(); // and nobody waits until its claims run out
        postman().run();
        assertThat(one(before).state()).isEqualTo(Outgoing.State.SENT);
        assertThat(one(within).state()).isEqualTo(Outgoing.State.UNCLEAR);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void access_that_renews_itself_sends_and_what_cannot_be_renewed_is_said() throws Exception {
        try (TokenServer tokens = new TokenServer()) {
            tokens.gives("nine teasels"); // what GreenMail takes from nora
            SmtpAccount account =
                    new SmtpAccount(
                            "127.0.0.1",
                            server.getSmtp().getPort(),
                            SmtpAccount.Security.NONE,
                            "nora",
                            SmtpAccount.Method.XOAUTH2,
                            "nora@teasel.example",
                            "");
            inside(() ->
                    accounts.save(
                            nora,
                            SmtpAccounts.Whose.MEMBERS,
                            account,
                            Optional.of(TokenServer.FIRST),
                            tokens.client()));
            OutgoingId first = send(letter("First"), Duration.ZERO);
            OutgoingId second = send(letter("Second"), Duration.ZERO);
            postman().run();
            assertThat(one(first).state()).isEqualTo(Outgoing.State.SENT);
            assertThat(one(second).state()).isEqualTo(Outgoing.State.SENT);
            assertThat(tokens.asked()).hasSize(1);
            assertThat(
                            database.owner()
                                    .jdbc()
                                    .sql(
                                            "SELECT count(*) FROM smtp_account WHERE position('refresh'::bytea IN secret) > 0 OR position('teasels'::bytea IN secret) > 0")
                                    .query(Long.class)
                                    .single())
                    .isZero();

            SmtpAccount elsewhere =
                    new SmtpAccount(
                            "elsewhere.example",
                            465,
                            SmtpAccount.Security.TLS,
                            "nora",
                            SmtpAccount.Method.XOAUTH2,
                            "nora@teasel.example",
                            "");
            inside(() ->
                    assertThatThrownBy(() ->
                                    accounts.save(
                                            nora,
                                            SmtpAccounts.Whose.MEMBERS,
                                            elsewhere,
                                            Optional.empty(),
                                            tokens.client()))
                            .as("the kept permission goes to no other server")
                            .isInstanceOf(NotSendable.class));

            now = now.plus(Duration.ofHours(1));
            tokens.refuses("invalid_grant");
            OutgoingId third = send(letter("Third"), Duration.ZERO);
            postman().run();
            assertThat(one(third).state()).isEqualTo(Outgoing.State.FAILED);
            assertThat(one(third).failure().orElseThrow())
                    .contains("the permission was withdrawn or has run out");
            assertThat(tokens.asked()).containsExactly("refresh-1", "refresh-2");
        }
    }

    @Test
    void four_postmen_at_once_send_each_of_eighty_once() throws Exception {
        for (int i = 0; i < 80; i++) send(letter("Number " + i), Duration.ZERO);
        List<Thread> postmen = new ArrayList<>();
        for (int i = 0; i < 4; i++) postmen.add(Thread.ofPlatform().start(() -> postman().run()));
        for (Thread one : postmen) one.join();
        List<String> subjects = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) subjects.add(message.getSubject());
        assertThat(subjects).hasSize(80).doesNotHaveDuplicates();
        assertThat(told.stream().map(MailSent::id)).hasSize(80).doesNotHaveDuplicates();
    }

    @Test
    void a_listener_that_fails_is_told_again() {
        send(letter("Hello"), Duration.ZERO);
        new Postman(
                        outbox,
                        accounts,
                        database.outside(),
                        presence,
                        _ -> {
                            throw new IllegalStateException("not now");
                        },
                        database.transactionManager(),
                        clock(),
                        Duration.ofSeconds(5))
                .run();
        assertThat(told).isEmpty();
        postman().run();
        assertThat(told).hasSize(1);
    }

    @Test
    void nobody_slips_a_header_in_and_what_cannot_be_sent_is_refused_by_its_field() {
        String to = "ilse@quillbrook.example";
        assertThat(refusedField(Letter.plain(to, "Hi\r\nBcc: all@quillbrook.example", "x")))
                .isEqualTo("subject");
        assertThat(refusedField(Letter.plain(to + "\r\nBcc: all@quillbrook.example", "Hi", "x")))
                .isEqualTo("to");
        assertThat(refusedField(Letter.plain("ilse at home", "Hi", "x"))).isEqualTo("to");
        assertThat(refusedField(Letter.plain("ilse@", "Hi", "x"))).isEqualTo("to");
        assertThat(refusedField(Letter.plain(to, "x".repeat(501), "x"))).isEqualTo("subject");
        assertThat(refusedField(Letter.plain(to, "Hi", "x".repeat(1_000_001)))).isEqualTo("words");
        assertThat(
                        refusedField(
                                Letter.plain(to, "Hi", "x")
                                        .copiedTo(
                                                List.of(
                                                        Letter.Recipient.of(
                                                                "a@b.example,\nc@d.example")))))
                .isEqualTo("cc");
        postman().run();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private String refusedField(Letter letter) {
        try {
            send(letter, Duration.ZERO);
        } catch (NotSendable e) {
            return e.field();
        }
        return "nothing";
    }

    @Test
    void a_name_with_a_line_break_stays_a_name_and_other_letters_of_a_domain_arrive()
            throws Exception {
        send(
                Letter.to(
                        List.of(
                                new Letter.Recipient(
                                        "Ilse\r\nBcc: x@y.example", "i@münchen.example")),
                        "Hi",
                        "x"),
                Duration.ZERO);
        postman().run();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
        assertThat(server.getReceivedMessages()[0].getHeader("To")[0])
                .contains("i@xn--mnchen-3ya.example");
    }

    @Test
    void a_test_says_in_plain_words_what_is_wrong_and_with_which_field() throws Exception {
        SmtpAccount right = account(server.getSmtp().getPort());
        assertThat(refusedTest(right, "nine teasels")).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(refusedTest(right, "wrong"))
                .startsWith("password: The login of nora is refused");
        assertThat(refusedTest(at("no-such-host.invalid", 25, SmtpAccount.Security.NONE), "x"))
                .isEqualTo("host: There is no server called no-such-host.invalid");
        assertThat(refusedTest(account(closedPort()), "x")).endsWith("does not answer");
        assertThat(
                        refusedTest(
                                at(
                                        "127.0.0.1",
                                        server.getSmtp().getPort(),
                                        SmtpAccount.Security.TLS),
                                "x"))
                .startsWith("security: 127.0.0.1 port ");
        assertThat(
                        refusedTest(
                                at(
                                        "127.0.0.1",
                                        server.getSmtp().getPort(),
                                        SmtpAccount.Security.STARTTLS),
                                "x"))
                .startsWith("security: ")
                .endsWith("offers no STARTTLS");
        try (ScriptedServer never = new ScriptedServer("550 5.7.1 sender not yours")) {
            SmtpAccount open = at("127.0.0.1", never.port(), SmtpAccount.Security.NONE);
            assertThat(refusedTest(withoutLogin(open), "")).contains("sender not yours");
        }
    }

    @Test
    void a_certificate_that_nobody_knows_is_refused() {
        GreenMail secure = new GreenMail(ServerSetup.SMTPS.dynamicPort());
        secure.start();
        try {
            SmtpAccount account =
                    at("127.0.0.1", secure.getSmtps().getPort(), SmtpAccount.Security.TLS);
            assertThat(refusedTest(account, "x")).startsWith("host: The certificate of 127.0.0.1");
        } finally {
            secure.stop();
        }
    }

    private String refusedTest(SmtpAccount account, String password) {
        try {
            inside(() -> {
                accounts.save(nora, SmtpAccounts.Whose.MEMBERS, account, Optional.of(password));
                tests.send(nora, SmtpAccounts.Whose.MEMBERS);
            });
            return "";
        } catch (NotSendable e) {
            return e.field() + ": " + e.getMessage();
        }
    }

    private static SmtpAccount at(String host, int port, SmtpAccount.Security security) {
        return new SmtpAccount(
                host,
                port,
                security,
                "nora",
                SmtpAccount.Method.PASSWORD,
                "nora@teasel.example",
                "Nora");
    }

    private static SmtpAccount withoutLogin(SmtpAccount account) {
        return new SmtpAccount(
                account.host(),
                account.port(),
                account.security(),
                "",
                account.method(),
                account.fromAddress(),
                account.fromName());
    }

    @Test
    void a_saved_password_is_not_sent_to_another_server() {
        inside(() ->
                assertThatThrownBy(() ->
                                accounts.save(
                                        nora,
                                        SmtpAccounts.Whose.MEMBERS,
                                        at("evil.example", 25, SmtpAccount.Security.NONE),
                                        Optional.empty()))
                        .isInstanceOf(NotSendable.class)
                        .hasMessageContaining("Enter the password"));
    }

    @Test
    void by_the_workspaces_server_answers_go_to_the_writer() throws Exception {
        inside(() -> {
            accounts.remove(nora, SmtpAccounts.Whose.MEMBERS);
            SmtpAccount firm = account(server.getSmtp().getPort());
            accounts.save(
                    nora,
                    SmtpAccounts.Whose.WORKSPACES,
                    new SmtpAccount(
                            firm.host(),
                            firm.port(),
                            firm.security(),
                            firm.login(),
                            firm.method(),
                            "mail@teasel.example",
                            ""),
                    Optional.of("nine teasels"));
        });
        send(
                letter("Hello").from(new Letter.Recipient("Nora Pelling", "nora@teasel.example")),
                Duration.ZERO);
        postman().run();
        MimeMessage arrived = server.getReceivedMessages()[0];
        assertThat(arrived.getFrom()[0]).hasToString("Nora Pelling <mail@teasel.example>");
        assertThat(arrived.getReplyTo()[0]).hasToString("Nora Pelling <nora@teasel.example>");
    }

    @Test
    void what_the_program_wrote_is_neither_told_as_a_touch_nor_kept() {
        inside(() ->
                accounts.save(
                        nora,
                        SmtpAccounts.Whose.WORKSPACES,
                        account(server.getSmtp().getPort()),
                        Optional.of("nine teasels")));
        OutgoingId id =
                CurrentWorkspace.call(
                        nora.workspace(), () -> post.sendForProgram(nora, letter("A secret link")));
        postman().run();
        assertThat(one(id).state()).isEqualTo(Outgoing.State.SENT);
        assertThat(told).isEmpty();
        assertThat(rawOf(id)).isZero();
    }

    @Test
    void words_are_kept_no_longer_than_until_they_are_stored_as_a_touch() {
        OutgoingId id = send(letter("Hello"), Duration.ZERO);
        assertThat(rawOf(id)).isPositive();
        postman().run();
        assertThat(new String(told.getFirst().raw(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Five days");
        assertThat(rawOf(id)).isZero();
    }

    private static int rawOf(OutgoingId id) {
        return database.owner()
                .jdbc()
                .sql("SELECT length(raw) FROM outgoing_mail WHERE id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void the_password_is_not_in_the_database_and_another_key_says_so() throws Exception {
        assertThat(
                        database.owner()
                                .jdbc()
                                .sql(
                                        "SELECT count(*) FROM smtp_account WHERE position('nine teasels'::bytea IN secret) > 0")
                                .query(Long.class)
                                .single())
                .isZero();
        SmtpAccounts elsewhere =
                new SmtpAccounts(
                        database.jdbc(),
                        Vault.in(java.nio.file.Files.createTempDirectory(data, "other")),
                        new AccessTokens(true, clock()),
                        _ -> {},
                        Clock.systemUTC());
        inside(() ->
                assertThatThrownBy(() ->
                                new TestMails(elsewhere, clock())
                                        .send(nora, SmtpAccounts.Whose.MEMBERS))
                        .hasMessageContaining("Enter it again"));
    }

    @Test
    void another_workspace_sees_no_mail_and_uses_no_account() {
        OutgoingId id = send(letter("Secret"), Duration.ofMinutes(5));
        Viewer other = member();
        CurrentWorkspace.run(
                other.workspace(),
                () -> {
                    assertThat(post.one(other, id)).isEmpty();
                    assertThat(post.one(nora, id)).isEmpty();
                    assertThat(post.from(nora)).isEmpty();
                    assertThat(post.withdraw(nora, id)).isFalse();
                });
    }

    private static int closedPort() {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
