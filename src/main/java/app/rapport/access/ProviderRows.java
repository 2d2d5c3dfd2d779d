package app.rapport.access;

import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of workspaces' own ways to log in. */
@Component
class ProviderRows {
    private final OutsideWorkspace outside;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProviderRows(OutsideWorkspace outside, JdbcClient jdbc, Clock clock) {
        this.outside = outside;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param opensToOwners whether an owner saved it
     */
    record Row(
            String issuer,
            String clientId,
            byte[] secret,
            boolean onlyWay,
            boolean opensToOwners,
            Instant savedAt) {}

    Optional<Row> find(WorkspaceId workspace) {
        return jdbc.sql(
                        """
                        SELECT p.*, m.role = 'owner' AND m.left_at IS NULL AS opens_to_owners
                        FROM login_provider p
                        JOIN member m ON m.workspace_id = p.workspace_id AND m.id = p.saved_by
                        WHERE p.workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .query((row, _) ->
                        new Row(
                                row.getString("issuer"),
                                row.getString("client_id"),
                                row.getBytes("client_secret"),
                                row.getBoolean("only_way"),
                                row.getBoolean("opens_to_owners"),
                                row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void save(Viewer viewer, String issuer, String clientId, byte[] secret) {
        jdbc.sql(
                        """
                        INSERT INTO login_provider (workspace_id, issuer, client_id, client_secret, only_way, saved_by, saved_at)
                        VALUES (:workspace, :issuer, :client, :secret, false, :member, :now)
                        ON CONFLICT (workspace_id) DO UPDATE
                        SET client_id = excluded.client_id, client_secret = excluded.client_secret,
                            saved_by = excluded.saved_by, saved_at = excluded.saved_at
                        """)
                .param("workspace", viewer.workspace().value())
                .param("issuer", issuer)
                .param("client", clientId)
                .param("secret", secret)
                .param("member", viewer.member().value())
                .param("now", now())
                .update();
    }

    boolean onlyWay(WorkspaceId workspace, boolean only) {
        return jdbc.sql(
                                "UPDATE login_provider SET only_way = :only WHERE workspace_id = :workspace")
                        .param("workspace", workspace.value())
                        .param("only", only)
                        .update()
                == 1;
    }

    /** With whom it knows, and with every session that it opened. */
    boolean remove(WorkspaceId workspace) {
        jdbc.sql("DELETE FROM session WHERE workspace_id = :workspace AND by_provider")
                .param("workspace", workspace.value())
                .update();
        return jdbc.sql("DELETE FROM login_provider WHERE workspace_id = :workspace")
                        .param("workspace", workspace.value())
                        .update()
                == 1;
    }

    Optional<MemberId> linked(WorkspaceId workspace, String subject) {
        return jdbc.sql(
                        "SELECT member_id FROM login_link WHERE workspace_id = :workspace AND subject = :subject")
                .param("workspace", workspace.value())
                .param("subject", subject)
                .query(UUID.class)
                .optional()
                .map(MemberId::new);
    }

    Optional<MemberId> byAddress(WorkspaceId workspace, String key) {
        return jdbc.sql(
                        """
                        SELECT m.id FROM member m JOIN login l ON l.id = m.login_id
                        WHERE m.workspace_id = :workspace AND l.email_key = :key AND m.left_at IS NULL
                        """)
                .param("workspace", workspace.value())
                .param("key", key)
                .query(UUID.class)
                .optional()
                .map(MemberId::new);
    }

    /** False when the provider knows the member, or somebody else, by another name already. */
    boolean link(WorkspaceId workspace, MemberId member, String subject) {
        return jdbc.sql(
                                """
                                INSERT INTO login_link (workspace_id, member_id, subject, linked_at)
                                VALUES (:workspace, :member, :subject, :now) ON CONFLICT DO NOTHING
                                """)
                        .param("workspace", workspace.value())
                        .param("member", member.value())
                        .param("subject", subject)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Their next login links them anew. */
    boolean unlink(WorkspaceId workspace, MemberId member) {
        jdbc.sql(
                        "DELETE FROM session WHERE workspace_id = :workspace AND member_id = :member AND by_provider")
                .param("workspace", workspace.value())
                .param("member", member.value())
                .update();
        return jdbc.sql(
                                "DELETE FROM login_link WHERE workspace_id = :workspace AND member_id = :member")
                        .param("workspace", workspace.value())
                        .param("member", member.value())
                        .update()
                == 1;
    }

    List<LoginProviders.Known> known(WorkspaceId workspace) {
        return jdbc.sql(
                        """
                        SELECT m.id, m.name, l.linked_at FROM login_link l
                        JOIN member m ON m.workspace_id = l.workspace_id AND m.id = l.member_id
                        WHERE l.workspace_id = :workspace ORDER BY lower(m.name), m.id
                        """)
                .param("workspace", workspace.value())
                .query((row, _) ->
                        new LoginProviders.Known(
                                new MemberId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                row.getObject("linked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Workspaces with a provider, asked before a workspace is known; null asks for all. */
    List<LoginProviders.Firm> firms(Optional<String> domain) {
        return outside.jdbc()
                .sql("SELECT workspace_id, name FROM workspaces_with_provider(:domain)")
                .param("domain", domain.orElse(null), java.sql.Types.VARCHAR)
                .query((row, _) ->
                        new LoginProviders.Firm(
                                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                                row.getString("name")))
                .list();
    }

    boolean oneWorkspaceOnly() {
        return outside.jdbc()
                        .sql("SELECT count(*) FROM (SELECT FROM workspace LIMIT 2) few")
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
