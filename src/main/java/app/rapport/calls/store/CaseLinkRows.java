package app.rapport.calls.store;

import app.rapport.calls.CaseLink;
import app.rapport.calls.OpenCase;
import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links that open a version of a business case. */
@Repository
public class CaseLinkRows {
    private final OutsideWorkspace outside;
    private final JdbcClient jdbc;

    CaseLinkRows(OutsideWorkspace outside, JdbcClient jdbc) {
        this.outside = outside;
        this.jdbc = jdbc;
    }

    /** A link that lies in a workspace. */
    public record Where(WorkspaceId workspace, UUID link) {}

    public Optional<Where> where(byte[] hash) {
        return outside.jdbc()
                .sql("SELECT workspace_id, id FROM business_case_link_of(:hash)")
                .param("hash", hash)
                .query((row, _) ->
                        new Where(
                                new WorkspaceId(row.getObject(1, UUID.class)),
                                row.getObject(2, UUID.class)))
                .optional();
    }

    /** What it shows at that moment; nothing once it ended, was revoked, or its case is gone. */
    public Optional<OpenCase> open(Where where, Instant now) {
        return jdbc.sql(
                        """
                        SELECT v.content, v.at, l.ends_on, m.name AS who, w.name AS house, coalesce(a.name, '') AS company
                        FROM business_case_link l
                        JOIN business_case c ON c.workspace_id = l.workspace_id AND c.id = l.case_id AND c.deleted_at IS NULL
                        JOIN business_case_version v ON v.workspace_id = l.workspace_id AND v.case_id = l.case_id AND v.revision = l.revision
                        JOIN member m ON m.workspace_id = l.workspace_id AND m.id = l.created_by
                        JOIN workspace w ON w.id = l.workspace_id
                        LEFT JOIN deal d ON d.workspace_id = c.workspace_id AND d.id = c.deal_id AND d.deleted_at IS NULL
                        LEFT JOIN account a ON a.workspace_id = c.workspace_id AND a.id = coalesce(c.account_id, d.account_id) AND a.deleted_at IS NULL
                        WHERE l.workspace_id = :workspace AND l.id = :link AND l.revoked_at IS NULL AND l.ends_at > :now
                          AND (c.deal_id IS NULL OR d.id IS NOT NULL) AND (coalesce(c.account_id, d.account_id) IS NULL OR a.id IS NOT NULL)
                        """)
                .param("workspace", where.workspace().value())
                .param("link", where.link())
                .param("now", TalkPlanRows.utc(now))
                .query((row, _) ->
                        new OpenCase(
                                CaseRows.content(row.getString("content")),
                                row.getString("company"),
                                row.getString("house"),
                                row.getString("who"),
                                TalkPlanRows.moment(row, "at").orElseThrow(),
                                row.getObject("ends_on", LocalDate.class)))
                .optional();
    }

    public void add(Viewer viewer, UUID of, CaseLink link, byte[] hash, Instant ends) {
        jdbc.sql(
                        """
                        INSERT INTO business_case_link (workspace_id, id, case_id, secret_hash, revision, label, created_at, created_by, ends_on, ends_at)
                        VALUES (:workspace, :id, :case, :hash, :revision, :label, :at, :member, :day, :ends)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", link.id())
                .param("case", of)
                .param("hash", hash)
                .param("revision", link.revision())
                .param("label", link.label())
                .param("at", TalkPlanRows.utc(link.createdAt()))
                .param("member", link.by().value())
                .param("day", link.endsOn())
                .param("ends", TalkPlanRows.utc(ends))
                .update();
    }

    /** All that open the case, newest first. */
    public List<CaseLink> open(Viewer viewer, UUID of, Instant now) {
        return jdbc.sql(
                        """
                        SELECT id, label, revision, created_at, created_by, ends_on, false AS ended, revoked_at FROM business_case_link
                        WHERE workspace_id = :workspace AND case_id = :case AND revoked_at IS NULL AND ends_at > :now ORDER BY id DESC
                        """)
                .param("workspace", viewer.workspace().value())
                .param("case", of)
                .param("now", TalkPlanRows.utc(now))
                .query((row, _) -> link(row))
                .list();
    }

    /** Newest first. */
    public List<CaseLink> of(Viewer viewer, UUID of, Instant now, UUID before, int most) {
        return jdbc.sql(
                        """
                        SELECT id, label, revision, created_at, created_by, ends_on, ends_at <= :now AS ended, revoked_at FROM business_case_link
                        WHERE workspace_id = :workspace AND case_id = :case AND id < :before ORDER BY id DESC LIMIT :most
                        """)
                .param("before", before)
                .param("most", most)
                .param("workspace", viewer.workspace().value())
                .param("case", of)
                .param("now", TalkPlanRows.utc(now))
                .query((row, _) -> link(row))
                .list();
    }

    private static CaseLink link(ResultSet row) throws SQLException {
        return new CaseLink(
                row.getObject("id", UUID.class),
                row.getString("label"),
                row.getInt("revision"),
                TalkPlanRows.moment(row, "created_at").orElseThrow(),
                new MemberId(row.getObject("created_by", UUID.class)),
                row.getObject("ends_on", LocalDate.class),
                row.getBoolean("ended"),
                TalkPlanRows.moment(row, "revoked_at"));
    }

    /** False where there is no such link that is open. */
    public boolean revoke(Viewer viewer, UUID of, UUID link, Instant now) {
        return jdbc.sql(
                                "UPDATE business_case_link SET revoked_at = :now WHERE workspace_id = :workspace AND case_id = :case AND id = :link AND revoked_at IS NULL")
                        .param("workspace", viewer.workspace().value())
                        .param("case", of)
                        .param("link", link)
                        .param("now", TalkPlanRows.utc(now))
                        .update()
                == 1;
    }

    /** False where there is no such link that was revoked. */
    public boolean restore(Viewer viewer, UUID of, UUID link) {
        return jdbc.sql(
                                "UPDATE business_case_link SET revoked_at = NULL WHERE workspace_id = :workspace AND case_id = :case AND id = :link AND revoked_at IS NOT NULL")
                        .param("workspace", viewer.workspace().value())
                        .param("case", of)
                        .param("link", link)
                        .update()
                == 1;
    }

    /** From now on it shows that revision. */
    public boolean show(Viewer viewer, UUID of, UUID link, int revision) {
        return jdbc.sql(
                                "UPDATE business_case_link SET revision = :revision WHERE workspace_id = :workspace AND case_id = :case AND id = :link AND revoked_at IS NULL")
                        .param("workspace", viewer.workspace().value())
                        .param("case", of)
                        .param("link", link)
                        .param("revision", revision)
                        .update()
                == 1;
    }
}
