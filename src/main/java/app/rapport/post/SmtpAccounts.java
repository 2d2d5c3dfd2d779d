package app.rapport.post;

import app.rapport.database.Vault;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which servers a workspace and its members send. Passwords go in and never come out again. */
@Service
public class SmtpAccounts {
    private static final String PURPOSE = "smtp";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final AccessTokens tokens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SmtpAccounts(
            JdbcClient jdbc,
            Vault vault,
            AccessTokens tokens,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    /** Whose account it is. */
    public enum Whose {
        MEMBERS,
        WORKSPACES
    }

    /** An account with its secret, ready to be used; never leaves the room. */
    record Ready(Whose whose, SmtpAccount account, Optional<String> secret) {}

    public Optional<SmtpAccount> find(Viewer viewer, Whose whose) {
        return ready(viewer, whose).map(Ready::account);
    }

    /**
     * The account by which mails of this member leave: their own, else the workspace's; what the
     * program writes leaves by the workspace's.
     */
    Optional<Ready> sending(Viewer viewer, Outgoing.Author author) {
        if (author == Outgoing.Author.PROGRAM) return ready(viewer, Whose.WORKSPACES);
        return ready(viewer, Whose.MEMBERS).or(() -> ready(viewer, Whose.WORKSPACES));
    }

    /** The address that this member's mails are from; asked for each person's page. */
    Optional<String> address(Viewer viewer) {
        return jdbc.sql(
                        """
                        SELECT from_address FROM smtp_account
                        WHERE workspace_id = :workspace AND (member_id = :member OR member_id IS NULL)
                        ORDER BY member_id NULLS LAST LIMIT 1
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .query(String.class)
                .optional();
    }

    /** The address that the workspace's own mails are from. */
    public Optional<String> workspaceAddress(Viewer viewer) {
        return jdbc.sql(
                        "SELECT from_address FROM smtp_account WHERE workspace_id = :workspace AND member_id IS NULL")
                .param("workspace", viewer.workspace().value())
                .query(String.class)
                .optional();
    }

    Optional<Ready> ready(Viewer viewer, Whose whose) {
        return ready(viewer, whose, "");
    }

    private Optional<Ready> ready(Viewer viewer, Whose whose, String locking) {
        return jdbc.sql(
                        """
                        SELECT host, port, security, login, method, secret, from_address, from_name FROM smtp_account
                        WHERE workspace_id = :workspace AND member_id IS NOT DISTINCT FROM :member
                        """
                                + locking)
                .param("workspace", viewer.workspace().value())
                .param("member", member(viewer, whose), Types.OTHER)
                .query((row, _) -> new Ready(whose, account(row), secret(viewer, row)))
                .optional();
    }

    /** How its access renews itself; empty for a password. */
    public Optional<OAuthGrant.Client> renewing(Viewer viewer, Whose whose) {
        return grant(viewer, whose).map(OAuthGrant::client);
    }

    private Optional<OAuthGrant> grant(Viewer viewer, Whose whose) {
        return ready(viewer, whose).flatMap(Ready::secret).flatMap(OAuthGrant::in);
    }

    /**
     * With access that renews itself.
     *
     * @param refreshToken empty: the one that is there stays, as does the client's secret
     * @throws NotSendable when a part of it cannot be
     */
    @Transactional
    public void save(
            Viewer viewer,
            Whose whose,
            SmtpAccount account,
            Optional<String> refreshToken,
            OAuthGrant.Client client) {
        Optional<OAuthGrant> before =
                grant(viewer, whose)
                        .filter(grant ->
                                grant.client().tokenAddress().equals(client.tokenAddress()))
                        .filter(grant -> grant.client().id().equals(client.id()));
        try {
            tokens.check(client.tokenAddress());
        } catch (TokenTrouble e) {
            throw new NotSendable("tokenAddress", e.sentence());
        }
        if (client.id().isBlank())
            throw new NotSendable("clientId", "Give the client's id, as the provider shows it");
        if (refreshToken.isEmpty() && before.isEmpty())
            throw new NotSendable("password", "Enter the refresh token for this token address");
        if (refreshToken.isEmpty()) checkSameServer(viewer, whose, account);
        String secret =
                client.secret().isEmpty()
                        ? before.map(grant -> grant.client().secret()).orElse("")
                        : client.secret();
        OAuthGrant grant =
                OAuthGrant.of(
                        new OAuthGrant.Client(client.tokenAddress(), client.id(), secret),
                        refreshToken.or(() -> before.map(OAuthGrant::refreshToken)).orElse(""));
        save(viewer, whose, account, Optional.of(grant.kept()));
    }

    private static SmtpAccount account(ResultSet row) throws SQLException {
        return new SmtpAccount(
                row.getString("host"),
                row.getInt("port"),
                SmtpAccount.Security.of(row.getString("security")).orElseThrow(),
                row.getString("login"),
                row.getString("method").equals("xoauth2")
                        ? SmtpAccount.Method.XOAUTH2
                        : SmtpAccount.Method.PASSWORD,
                row.getString("from_address"),
                row.getString("from_name"));
    }

    private Optional<String> secret(Viewer viewer, ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("secret");
        return sealed == null ? Optional.of("") : vault.open(sealed, purpose(viewer));
    }

    private static String purpose(Viewer viewer) {
        return PURPOSE + " " + viewer.workspace();
    }

    /**
     * @param secret empty: the one that is there stays
     * @throws NotSendable when a part of it cannot be
     */
    @Transactional
    public void save(Viewer viewer, Whose whose, SmtpAccount account, Optional<String> secret) {
        check(account);
        if (secret.isEmpty()) checkSameServer(viewer, whose, account);
        if (secret.isEmpty()
                && account.method() == SmtpAccount.Method.PASSWORD
                && grant(viewer, whose).isPresent())
            throw new NotSendable("password", "Enter the password, which takes the token's place");
        jdbc.sql(
                        """
                        INSERT INTO smtp_account (workspace_id, id, member_id, host, port, security, login, method, secret,
                                                  from_address, from_name, updated_at)
                        VALUES (:workspace, :id, :member, :host, :port, :security, :login, :method, :secret, :address, :name, :now)
                        ON CONFLICT (workspace_id, member_id) DO UPDATE
                        SET host = excluded.host, port = excluded.port, security = excluded.security, login = excluded.login,
                            method = excluded.method, secret = coalesce(excluded.secret, smtp_account.secret),
                            from_address = excluded.from_address, from_name = excluded.from_name, updated_at = excluded.updated_at
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", Uuid7.next())
                .param("member", member(viewer, whose), Types.OTHER)
                .param("host", account.host().strip())
                .param("port", account.port())
                .param("security", account.security().word())
                .param("login", account.login().strip())
                .param("method", account.method().word())
                .param(
                        "secret",
                        secret.map(words -> vault.seal(words, purpose(viewer))).orElse(null),
                        Types.BINARY)
                .param("address", account.fromAddress().strip())
                .param("name", account.fromName().strip())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (whose == Whose.MEMBERS)
            events.publishEvent(new SenderChosen(viewer, account.fromAddress().strip()));
    }

    /**
     * A password goes to no server that it was not typed for: who may set one could read it there.
     */
    private void checkSameServer(Viewer viewer, Whose whose, SmtpAccount account) {
        if (!account.withLogin()) return;
        boolean same =
                find(viewer, whose)
                        .filter(old -> old.host().equalsIgnoreCase(account.host().strip()))
                        .filter(old -> old.login().equals(account.login().strip()))
                        .filter(old ->
                                account.security() != SmtpAccount.Security.NONE
                                        || old.security() == SmtpAccount.Security.NONE)
                        .isPresent();
        if (!same)
            throw new NotSendable("password", "Enter the password for this login and server");
    }

    private static void check(SmtpAccount account) {
        if (account.host().isBlank() || !account.host().strip().matches("[\\w.:-]+"))
            throw new NotSendable(
                    "host", "Give the name of a mail server, such as mail.example.org");
        if (account.port() < 1 || account.port() > 65_535)
            throw new NotSendable("port", "Between 1 and 65535");
        Recipients.of("fromAddress", account.fromName(), account.fromAddress());
    }

    @Transactional
    public void remove(Viewer viewer, Whose whose) {
        jdbc.sql(
                        "DELETE FROM smtp_account WHERE workspace_id = :workspace AND member_id IS NOT DISTINCT FROM :member")
                .param("workspace", viewer.workspace().value())
                .param("member", member(viewer, whose), Types.OTHER)
                .update();
    }

    /**
     * What the server is told. An access token that runs out is renewed by one process at a time:
     * some servers take each refresh token once.
     *
     * @throws NotSendable when the secret cannot be opened any more
     * @throws TokenTrouble when no token can be got
     */
    @Transactional
    String opened(Viewer viewer, Ready ready) {
        String kept = readable(ready);
        if (OAuthGrant.in(kept).isEmpty()) return kept;
        String now =
                ready(viewer, ready.whose(), " FOR UPDATE")
                        .map(SmtpAccounts::readable)
                        .orElse(kept);
        AccessTokens.Opened opened = tokens.open(now);
        if (opened.renewed())
            jdbc.sql(
                            """
                            UPDATE smtp_account SET secret = :secret
                            WHERE workspace_id = :workspace AND member_id IS NOT DISTINCT FROM :member
                            """)
                    .param("secret", vault.seal(opened.kept(), purpose(viewer)))
                    .param("workspace", viewer.workspace().value())
                    .param("member", member(viewer, ready.whose()), Types.OTHER)
                    .update();
        return opened.word();
    }

    private static String readable(Ready ready) {
        return ready.secret()
                .orElseThrow(() ->
                        new NotSendable(
                                "password",
                                "The password of "
                                        + ready.account().host()
                                        + " cannot be read any more. Enter it again"));
    }

    private static @org.jspecify.annotations.Nullable UUID member(Viewer viewer, Whose whose) {
        return whose == Whose.MEMBERS ? viewer.member().value() : null;
    }
}
