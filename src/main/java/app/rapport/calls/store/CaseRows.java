package app.rapport.calls.store;

import app.rapport.calls.CaseOf;
import app.rapport.calls.CaseOf.OfAccount;
import app.rapport.calls.CaseOf.OfDeal;
import app.rapport.calls.CaseVersion;
import app.rapport.calls.FiledCase;
import app.rapport.calls.model.BusinessCase;
import app.rapport.deals.DealId;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Business cases with their newest version, as far as their company or deal is seen. */
@Repository
public class CaseRows {
    static final JsonMapper JSON = JsonMapper.shared();

    private static final String SELECT =
            """
            SELECT c.id, c.account_id, c.deal_id, c.revision, c.created_at, c.changed_at, v.member_id, v.content,
                   coalesce(a.name, '') AS company, coalesce(d.name, '') AS deal
            FROM business_case c
            JOIN business_case_version v ON v.workspace_id = c.workspace_id AND v.case_id = c.id AND v.revision = c.revision
            LEFT JOIN deal d ON d.workspace_id = c.workspace_id AND d.id = c.deal_id AND d.deleted_at IS NULL
            LEFT JOIN account a ON a.workspace_id = c.workspace_id AND a.id = coalesce(c.account_id, d.account_id) AND a.deleted_at IS NULL
            WHERE c.workspace_id = :workspace AND c.deleted_at IS NULL
              AND (c.deal_id IS NULL OR d.id IS NOT NULL) AND (c.account_id IS NULL OR a.id IS NOT NULL)
            """;

    private final JdbcClient jdbc;

    CaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value());
    }

    public Optional<FiledCase> one(Viewer viewer, UUID id) {
        return asked(viewer, SELECT + " AND c.id = :id")
                .param("id", id)
                .query((row, _) -> filed(row))
                .optional();
    }

    /** Of a company its own and those of its deals; newest first. */
    public List<FiledCase> page(
            Viewer viewer, Optional<CaseOf> of, Optional<UUID> before, int most) {
        return asked(
                        viewer,
                        SELECT
                                + """
                                 AND (cast(:account AS uuid) IS NULL OR c.id IN (
                                     SELECT o.id FROM business_case o WHERE o.workspace_id = :workspace AND o.account_id = :account
                                     UNION ALL
                                     SELECT o.id FROM deal w JOIN business_case o ON o.workspace_id = w.workspace_id AND o.deal_id = w.id
                                     WHERE w.workspace_id = :workspace AND w.account_id = :account))
                                 AND (cast(:deal AS uuid) IS NULL OR c.deal_id = :deal)
                                 AND (cast(:before AS uuid) IS NULL OR c.id < :before) ORDER BY c.id DESC LIMIT :most
                                """)
                .param("account", of.map(CaseRows::account).orElse(null), Types.OTHER)
                .param("deal", of.map(CaseRows::deal).orElse(null), Types.OTHER)
                .param("before", before.orElse(null), Types.OTHER)
                .param("most", most)
                .query((row, _) -> filed(row))
                .list();
    }

    private static @Nullable UUID account(CaseOf of) {
        return of instanceof OfAccount(var account) ? account.value() : null;
    }

    private static @Nullable UUID deal(CaseOf of) {
        return of instanceof OfDeal(var deal) ? deal.value() : null;
    }

    private static FiledCase filed(ResultSet row) throws SQLException {
        UUID deal = row.getObject("deal_id", UUID.class);
        return new FiledCase(
                row.getObject("id", UUID.class),
                deal == null
                        ? new OfAccount(new AccountId(row.getObject("account_id", UUID.class)))
                        : new OfDeal(new DealId(deal)),
                row.getString("company"),
                row.getString("deal"),
                content(row.getString("content")),
                row.getInt("revision"),
                TalkPlanRows.moment(row, "created_at").orElseThrow(),
                TalkPlanRows.moment(row, "changed_at").orElseThrow(),
                new MemberId(row.getObject("member_id", UUID.class)));
    }

    static BusinessCase content(String json) {
        return JSON.readValue(json, BusinessCase.class);
    }

    /** So that nobody else changes it meanwhile. */
    public void lock(Viewer viewer, UUID id) {
        asked(
                        viewer,
                        "SELECT id FROM business_case WHERE workspace_id = :workspace AND id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    public void add(Viewer viewer, UUID id, CaseOf of, BusinessCase content, Instant now) {
        asked(
                        viewer,
                        """
                        INSERT INTO business_case (workspace_id, id, account_id, deal_id, revision, created_at, created_by, changed_at)
                        VALUES (:workspace, :id, :account, :deal, 1, :now, :member, :now)
                        """)
                .param("id", id)
                .param("account", account(of), Types.OTHER)
                .param("deal", deal(of), Types.OTHER)
                .param("now", TalkPlanRows.utc(now))
                .param("member", viewer.member().value())
                .update();
        keep(viewer, id, 1, content, now);
    }

    public void change(Viewer viewer, UUID id, int revision, BusinessCase content, Instant now) {
        keep(viewer, id, revision, content, now);
        asked(
                        viewer,
                        "UPDATE business_case SET revision = :revision, changed_at = :now WHERE workspace_id = :workspace AND id = :id")
                .param("id", id)
                .param("revision", revision)
                .param("now", TalkPlanRows.utc(now))
                .update();
    }

    private void keep(Viewer viewer, UUID id, int revision, BusinessCase content, Instant now) {
        asked(
                        viewer,
                        """
                        INSERT INTO business_case_version (workspace_id, case_id, revision, at, member_id, content)
                        VALUES (:workspace, :id, :revision, :now, :member, :content::jsonb)
                        """)
                .param("id", id)
                .param("revision", revision)
                .param("now", TalkPlanRows.utc(now))
                .param("member", viewer.member().value())
                .param("content", JSON.writeValueAsString(content))
                .update();
    }

    public void delete(Viewer viewer, UUID id, Instant now) {
        asked(
                        viewer,
                        "UPDATE business_case SET deleted_at = :now, deleted_by = :member WHERE workspace_id = :workspace AND id = :id")
                .param("id", id)
                .param("now", TalkPlanRows.utc(now))
                .param("member", viewer.member().value())
                .update();
    }

    /** Newest first. */
    public List<CaseVersion> versions(Viewer viewer, UUID id, int before, int most) {
        return asked(
                        viewer,
                        """
                        SELECT revision, at, member_id FROM business_case_version
                        WHERE workspace_id = :workspace AND case_id = :id AND revision < :before ORDER BY revision DESC LIMIT :most
                        """)
                .param("id", id)
                .param("before", before)
                .param("most", most)
                .query((row, _) ->
                        new CaseVersion(
                                row.getInt("revision"),
                                TalkPlanRows.moment(row, "at").orElseThrow(),
                                new MemberId(row.getObject("member_id", UUID.class))))
                .list();
    }

    public Optional<BusinessCase> version(Viewer viewer, UUID id, int revision) {
        return asked(
                        viewer,
                        "SELECT content FROM business_case_version WHERE workspace_id = :workspace AND case_id = :id AND revision = :revision")
                .param("id", id)
                .param("revision", revision)
                .query(String.class)
                .optional()
                .map(CaseRows::content);
    }
}
