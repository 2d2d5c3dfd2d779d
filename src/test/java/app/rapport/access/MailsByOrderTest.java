package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OwnerDatabase;
import app.rapport.database.RecurringJob;
import app.rapport.post.SmtpAccount;
import app.rapport.post.SmtpAccounts;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invitations and new passwords by mail: links that work once, and answers that tell nothing. */
class MailsByOrderTest {
    private static final String PASSWORD = "four sample cartridges";
    private static final String NEXT = "five other cartridges";

    @RegisterExtension
    static final GreenMailExtension mails =
            new GreenMailExtension(ServerSetup.SMTP.dynamicPort())
                    .withConfiguration(
                            GreenMailConfiguration.aConfig()
                                    .withUser("crm@firm.example", "crm", "nine teasels"));

    private static TestServer server;
    private static PasswordResets resets;
    private static int round;

    private Member nora;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        resets = server.bean(PasswordResets.class);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void aFirmThatCanSendMail() {
        owner().sql("DELETE FROM login_failure").update();
        nora =
                server.bean(Access.class)
                        .setUp(
                                "Firm",
                                "nora@firm" + ++round + ".example",
                                "Nora",
                                PASSWORD,
                                ZoneId.of("UTC"));
        SmtpAccount account =
                new SmtpAccount(
                        "127.0.0.1",
                        mails.getSmtp().getPort(),
                        SmtpAccount.Security.NONE,
                        "crm",
                        SmtpAccount.Method.PASSWORD,
                        "crm@firm.example",
                        "");
        CurrentWorkspace.run(
                nora.workspace(),
                () ->
                        server.bean(SmtpAccounts.class)
                                .save(
                                        nora.viewer(),
                                        SmtpAccounts.Whose.WORKSPACES,
                                        account,
                                        Optional.of("nine teasels")));
    }

    private static JdbcClient owner() {
        return server.bean(OwnerDatabase.class).jdbc();
    }

    /** The newest mail, once it came. */
    private static String mail() throws Exception {
        for (Instant end = Instant.now().plusSeconds(15); Instant.now().isBefore(end); ) {
            server.beans(RecurringJob.class).stream()
                    .filter(job -> job.name().equals("outbox"))
                    .forEach(RecurringJob::run);
            MimeMessage[] arrived = mails.getReceivedMessages();
            if (arrived.length > 0) return String.valueOf(arrived[arrived.length - 1].getContent());
            Thread.sleep(100);
        }
        throw new AssertionError("no mail came");
    }

    private static String path(String mail, String begin) {
        Matcher link = Pattern.compile("http://localhost:\\d+(/" + begin + "/\\S+)").matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        return link.group(1);
    }

    private static String token() throws Exception {
        return path(mail(), "reset").substring("/reset/".length());
    }

    @Test
    void an_invitation_goes_by_mail_and_its_link_opens_the_door() throws Exception {
        String path =
                CurrentWorkspace.call(
                        nora.workspace(),
                        () ->
                                server.bean(Invitations.class)
                                        .invite(nora, "ilse@elsewhere.example", Role.SELLER));
        String mail = mail();
        assertThat(mail).contains("Nora invites you to join Firm").contains("seller");
        assertThat(path(mail, "join")).isEqualTo(path);
        assertThat(mails.getReceivedMessages()[0].getAllRecipients()[0])
                .hasToString("ilse@elsewhere.example");
    }

    @Test
    void a_new_password_comes_by_a_link_that_works_once_and_ends_every_session() throws Exception {
        String session = server.bean(Sessions.class).open(nora, "a browser");
        assertThat(resets.ask(nora.email().toUpperCase(java.util.Locale.ROOT), "10.0.0.1"))
                .isTrue();
        String token = token();
        assertThat(resets.opens(token)).contains(nora.email());
        assertThatThrownBy(() -> resets.use(token, "short"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at least");
        resets.use(token, NEXT);
        assertThat(server.bean(Sessions.class).find(session)).isEmpty();
        assertThat(server.bean(Access.class).login(nora.email(), NEXT)).isPresent();
        assertThat(server.bean(Access.class).login(nora.email(), PASSWORD)).isEmpty();
        assertThat(resets.opens(token)).isEmpty();
        assertThatThrownBy(() -> resets.use(token, PASSWORD)).isInstanceOf(Refused.class);
        assertThat(
                        owner().sql(
                                        "SELECT what FROM audit_entry WHERE workspace_id = :w AND what LIKE 'member.password%' ORDER BY id")
                                .param("w", nora.workspace().value())
                                .query(String.class)
                                .list())
                .containsExactly("member.password-asked", "member.password");
    }

    @Test
    void neither_the_token_nor_the_mail_is_kept() throws Exception {
        resets.ask(nora.email(), "10.0.0.1");
        String token = token();
        for (String table : new String[] {"password_reset", "outgoing_mail", "audit_entry"})
            assertThat(
                            owner().sql(
                                            "SELECT count(*) FROM "
                                                    + table
                                                    + " t WHERE position(:token IN t::text) > 0 OR position(encode(:token::bytea, 'hex') IN t::text) > 0")
                                    .param("token", token)
                                    .query(Long.class)
                                    .single())
                    .as(table)
                    .isZero();
    }

    @Test
    void a_link_ends_after_an_hour() throws Exception {
        resets.ask(nora.email(), "10.0.0.1");
        String token = token();
        owner().sql("UPDATE password_reset SET expires_at = now() - interval '1 second'").update();
        assertThat(resets.opens(token)).isEmpty();
        assertThatThrownBy(() -> resets.use(token, NEXT)).isInstanceOf(Refused.class);
        assertThat(server.bean(Access.class).login(nora.email(), PASSWORD)).isPresent();
    }

    @Test
    void the_page_answers_the_same_whether_or_not_somebody_logs_in_by_that_address()
            throws Exception {
        String stranger = "nobody@nowhere.example";
        HttpResponse<String> known = ask(nora.email());
        HttpResponse<String> unknown = ask(stranger);
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(unknown.statusCode()).isEqualTo(200);
        assertThat(unknown.body().replace(stranger, "X"))
                .isEqualTo(known.body().replace(nora.email(), "X"));
        mail();
        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whoever_asks_too_often_waits_also_for_an_address_that_is_none() throws Exception {
        for (String address : new String[] {nora.email(), "nobody@nowhere.example"}) {
            for (int i = 0; i < 3; i++) assertThat(ask(address).statusCode()).isEqualTo(200);
            HttpResponse<String> fourth = ask(address);
            assertThat(fourth.statusCode()).isEqualTo(429);
            assertThat(fourth.body()).contains("Try again in 15 minutes");
        }
    }

    private static HttpResponse<String> ask(String email) throws IOException, InterruptedException {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new java.net.CookieManager()).build();
        URI page = URI.create(server.address() + "/login/forgotten");
        String form =
                browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
        Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
        assertThat(csrf.find()).isTrue();
        String body =
                "_csrf="
                        + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8)
                        + "&email="
                        + URLEncoder.encode(email, StandardCharsets.UTF_8);
        return browser.send(
                HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
