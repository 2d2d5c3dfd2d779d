package app.rapport.experience.store;

import app.rapport.experience.model.Need;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What companies need. */
@Repository
public class NeedRows {
    private final JdbcClient jdbc;

    NeedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As they stood at that moment, open ones first, then the newest. */
    public List<Need> of(Viewer viewer, AccountId account, Instant at) {
        return asked(
                        viewer,
                        """
                        SELECT n.id, n.kind, n.words, n.heard_in, m.name, n.at, CASE WHEN n.met_at <= :at THEN n.met_at END AS met
                        FROM account_need n
                        JOIN member m ON m.workspace_id = n.workspace_id AND m.id = n.member_id
                        WHERE n.workspace_id = :workspace AND n.account_id = :account AND n.at <= :at
                          AND (n.taken_back_at IS NULL OR n.taken_back_at > :at)
                        ORDER BY coalesce(n.met_at <= :at, false), n.at DESC LIMIT 100
                        """)
                .param("account", account.value())
                .param("at", MarkRows.utc(at))
                .query((row, _) ->
                        new Need(
                                row.getObject("id", UUID.class),
                                Need.Kind.of(row.getString("kind")).orElseThrow(),
                                row.getString("words"),
                                row.getString("heard_in"),
                                row.getString("name"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                Optional.ofNullable(row.getObject("met", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)))
                .list();
    }

    public void add(Viewer viewer, AccountId account, Need need) {
        asked(
                        viewer,
                        """
                        INSERT INTO account_need (workspace_id, id, account_id, kind, words, heard_in, member_id, at)
                        VALUES (:workspace, :id, :account, :kind, :words, :heard, :by, :at)
                        """)
                .param("id", need.id())
                .param("account", account.value())
                .param("kind", need.kind().word())
                .param("words", need.words())
                .param("heard", need.heardIn())
                .param("by", viewer.member().value())
                .param("at", MarkRows.utc(need.at()))
                .update();
    }

    /** Met from that moment on, or open again. */
    public boolean met(Viewer viewer, AccountId account, UUID need, Optional<Instant> at) {
        return asked(
                                viewer,
                                """
                                UPDATE account_need SET met_at = :at
                                WHERE workspace_id = :workspace AND account_id = :account AND id = :id AND taken_back_at IS NULL
                                """)
                        .param("account", account.value())
                        .param("id", need)
                        .param("at", at.map(MarkRows::utc).orElse(null))
                        .update()
                == 1;
    }

    public boolean takeBack(Viewer viewer, AccountId account, UUID need, Instant now) {
        return asked(
                                viewer,
                                """
                                UPDATE account_need SET taken_back_at = :now
                                WHERE workspace_id = :workspace AND account_id = :account AND id = :id AND taken_back_at IS NULL
                                """)
                        .param("account", account.value())
                        .param("id", need)
                        .param("now", MarkRows.utc(now))
                        .update()
                == 1;
    }

    private StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value());
    }
}
