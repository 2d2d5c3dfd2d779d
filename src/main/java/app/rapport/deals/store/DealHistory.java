package app.rapport.deals.store;

import app.rapport.deals.DealChange;
import app.rapport.deals.DealId;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed which field of a deal, when, and what stood there before. */
@Repository
public class DealHistory {
    private static final int SHOWN = 300;

    private final JdbcClient jdbc;

    DealHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the viewer changed at one moment. */
    public void add(
            Viewer viewer,
            DealId deal,
            Map<DealField, String> before,
            Map<DealField, String> after,
            Instant at) {
        List<DealField> fields = List.copyOf(after.keySet());
        jdbc.sql(
                        """
                        INSERT INTO deal_change (workspace_id, deal_id, id, field, old_value, new_value, at, member_id)
                        SELECT :workspace, :deal, c.id, c.field, c.old, c.new, :at, :member
                        FROM unnest(:ids::uuid[], :fields::text[], :olds::text[], :news::text[]) AS c (id, field, old, new)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("deal", deal.value())
                .param("at", DealRows.utc(at))
                .param("member", viewer.member().value())
                .param("ids", Uuid7.next(fields.size()))
                .param("fields", fields.stream().map(DealField::key).toArray(String[]::new))
                .param(
                        "olds",
                        fields.stream().map(f -> before.getOrDefault(f, "")).toArray(String[]::new))
                .param("news", fields.stream().map(after::get).toArray(String[]::new))
                .update();
    }

    /** Something that is no field, such as who has a part in it. */
    public void note(
            Viewer viewer, DealId deal, String what, String before, String after, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO deal_change (workspace_id, deal_id, id, field, old_value, new_value, at, member_id)
                        VALUES (:workspace, :deal, :id, :what, :before, :after, :at, :member)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("deal", deal.value())
                .param("id", Uuid7.next())
                .param("what", what)
                .param("before", before)
                .param("after", after)
                .param("at", DealRows.utc(at))
                .param("member", viewer.member().value())
                .update();
    }

    /** Newest first. */
    public List<DealChange> of(Viewer viewer, DealId deal) {
        return jdbc.sql(
                        """
                        SELECT id, field, old_value, new_value, at, member_id, import_id FROM deal_change
                        WHERE workspace_id = :workspace AND deal_id = :deal ORDER BY at DESC, id LIMIT :most
                        """)
                .param("workspace", viewer.workspace().value())
                .param("deal", deal.value())
                .param("most", SHOWN)
                .query((row, _) -> change(row))
                .list();
    }

    /** What stood in the fields before one save changed them, where nobody changed them since. */
    public Map<DealField, String> before(Viewer viewer, DealId deal, Instant at) {
        Map<DealField, String> before = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT c.field, c.old_value FROM deal_change c
                        WHERE c.workspace_id = :workspace AND c.deal_id = :deal AND c.at = :at AND c.member_id IS NOT NULL
                          AND NOT EXISTS (SELECT FROM deal_change s WHERE s.workspace_id = c.workspace_id AND s.deal_id = c.deal_id
                                                                      AND s.field = c.field AND s.at > c.at)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("deal", deal.value())
                .param("at", DealRows.utc(at))
                .query(row -> {
                    String old = row.getString("old_value");
                    DealField.of(row.getString("field")).ifPresent(field -> before.put(field, old));
                });
        return before;
    }

    private static DealChange change(ResultSet row) throws SQLException {
        return new DealChange(
                row.getObject("id", UUID.class),
                row.getString("field"),
                row.getString("old_value"),
                row.getString("new_value"),
                DealRows.moment(row, "at"),
                Optional.ofNullable(row.getObject("member_id", UUID.class)).map(MemberId::new),
                Optional.ofNullable(row.getObject("import_id", UUID.class)).map(ImportId::new));
    }
}
