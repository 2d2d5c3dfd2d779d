package app.rapport.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.database.CurrentWorkspace;
import app.rapport.database.Vault;
import app.rapport.mailboxes.Mailboxes.Choice;
import app.rapport.mailboxes.model.MailServer;
import app.rapport.mailboxes.model.MailServer.Security;
import app.rapport.mailboxes.model.MailTrouble;
import app.rapport.mailboxes.model.MailTrouble.Kind;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.store.MailboxRows;
import app.rapport.post.OAuthGrant;
import app.rapport.post.TokenServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reading a mailbox on a server within this process, and what is said where that cannot be. */
class GreenMailTest extends MailboxContract {
    private static GreenMail greenMail;

    @BeforeAll
    static void start() {
        greenMail =
                new GreenMail(
                        new ServerSetup[] {
                            ServerSetup.IMAP.dynamicPort(), ServerSetup.IMAPS.dynamicPort()
                        });
        greenMail.start();
    }

    @AfterAll
    static void stop() {
        greenMail.stop();
    }

    @Override
    MailServer mailbox(String login) {
        greenMail.setUser(login + "@teasel.example", login, PASSWORD);
        return at("127.0.0.1", greenMail.getImap().getPort(), Security.NONE, login);
    }

    private static MailServer at(String host, int port, Security security, String login) {
        return new MailServer(host, port, security, login, MailServer.Method.PASSWORD);
    }

    private static void says(Kind kind, String words, MailServer server, String password) {
        assertThatThrownBy(() -> house.connect(server, password, Choice.ALL))
                .isInstanceOfSatisfying(
                        MailTrouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(kind))
                .hasMessageContaining(words);
    }

    @Test
    void what_is_wrong_is_said_in_plain_words() throws IOException {
        MailServer good = mailbox("ilse");
        int port = good.port();
        says(Kind.LOGIN, "The password for ilse is refused at 127.0.0.1", good, "wrong");
        says(
                Kind.UNKNOWN_HOST,
                "There is no server called imap.nowhere.invalid",
                at("imap.nowhere.invalid", 143, Security.NONE, "ilse"),
                PASSWORD);
        says(
                Kind.NO_ANSWER,
                "does not answer",
                at("127.0.0.1", closedPort(), Security.NONE, "ilse"),
                PASSWORD);
        says(
                Kind.TLS,
                "does not speak TLS from the first byte",
                at("127.0.0.1", port, Security.IMPLICIT, "ilse"),
                PASSWORD);
        says(
                Kind.TLS,
                "does not offer STARTTLS",
                at("127.0.0.1", port, Security.STARTTLS, "ilse"),
                PASSWORD);
        says(
                Kind.TLS,
                "The certificate of localhost is not one to trust",
                at("localhost", greenMail.getImaps().getPort(), Security.IMPLICIT, "ilse"),
                PASSWORD);
        assertThat(house.number("SELECT count(*) FROM mailbox")).isZero();
    }

    @Test
    void a_password_that_is_refused_later_stops_it_and_a_new_one_mends_it() {
        MailServer server = mailbox("otto");
        Mailbox box = house.connect(server, PASSWORD, Choice.ALL);
        greenMail.setUser("otto@teasel.example", "otto", "changed");
        assertThatThrownBy(() -> house.sync(box)).isInstanceOf(MailTrouble.class);
        Mailbox stopped = house.view(box.id()).mailbox();
        assertThat(stopped.state()).isEqualTo(Mailbox.State.STOPPED);
        assertThat(stopped.trouble().orElseThrow()).startsWith("The password for otto is refused");

        house.inside(mailboxes -> {
            mailboxes.mend(house.viewer(), stopped, "changed");
            return stopped;
        });
        house.sync(box);
        assertThat(house.view(box.id()).mailbox().state()).isEqualTo(Mailbox.State.ACTIVE);
        assertThat(house.view(box.id()).mailbox().trouble()).isEmpty();
    }

    @Test
    void access_that_renews_itself_reads_on_and_says_when_it_is_withdrawn() throws IOException {
        MailServer plain = mailbox("rosa");
        MailServer server =
                new MailServer(
                        plain.host(),
                        plain.port(),
                        plain.security(),
                        plain.login(),
                        MailServer.Method.XOAUTH2);
        try (TokenServer tokens = new TokenServer()) {
            tokens.gives(PASSWORD); // GreenMail takes it for the token
            Mailbox box = house.connect(server, tokens.grant().kept(), Choice.ALL);
            house.sync(box);
            assertThat(tokens.asked()).hasSize(1);

            tokens.refuses("invalid_grant");
            runOut(box);
            assertThatThrownBy(() -> house.sync(box)).hasMessageContaining("was withdrawn");
            assertThat(house.view(box.id()).mailbox().state()).isEqualTo(Mailbox.State.STOPPED);

            tokens.gives(PASSWORD);
            house.inside(mailboxes -> {
                mailboxes.mend(house.viewer(), box, "refresh-2");
                return box;
            });
            house.sync(box);
            assertThat(house.view(box.id()).mailbox().state()).isEqualTo(Mailbox.State.ACTIVE);
            assertThat(tokens.asked()).containsExactly("refresh-1", "refresh-2", "refresh-2");
        }
    }

    /** As an hour later. */
    private static void runOut(Mailbox box) {
        Vault vault = house.bean(Vault.class);
        String purpose = "mailbox " + house.viewer().workspace() + " " + box.id();
        CurrentWorkspace.run(
                house.viewer().workspace(),
                () -> {
                    MailboxRows rows = house.bean(MailboxRows.class);
                    OAuthGrant grant =
                            OAuthGrant.in(
                                            vault.open(
                                                            rows.secret(house.viewer(), box.id()),
                                                            purpose)
                                                    .orElseThrow())
                                    .orElseThrow();
                    OAuthGrant over =
                            new OAuthGrant(
                                    grant.client(), grant.refreshToken(), grant.accessToken(), 1);
                    rows.reseal(house.viewer(), box.id(), vault.seal(over.kept(), purpose));
                });
    }

    @Test
    void the_password_is_sealed() {
        MailServer server = mailbox("pia");
        Mailbox box = house.connect(server, PASSWORD, Choice.ALL);
        assertThat(
                        house.number(
                                "SELECT count(*) FROM mailbox WHERE position('teasels'::bytea IN secret) > 0"))
                .isZero();
        Optional<String> opened =
                house.inside(mailboxes -> mailboxes.secret(house.viewer(), box.id()));
        assertThat(opened).contains(PASSWORD);
    }

    @Test
    void what_a_process_held_that_was_killed_is_taken_over_when_its_lease_ends() throws Exception {
        MailServer server = mailbox("quirin");
        Mailbox box = house.connect(server, PASSWORD, Choice.ALL);
        house.update(
                "UPDATE mailbox SET held_by = gen_random_uuid(), held_until = now() + interval '2 seconds'");
        Instant began = Instant.now();
        house.sync(box);
        assertThat(Duration.between(began, Instant.now()))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
        assertThat(house.view(box.id()).mailbox().syncedAt()).isPresent();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
