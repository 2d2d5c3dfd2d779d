package app.rapport.risk.store;

import app.rapport.database.NewestFirst;
import app.rapport.deals.DealId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Viewer;
import app.rapport.risk.RiskNote;
import app.rapport.risk.model.Noted;
import app.rapport.risk.model.RiskItem;
import app.rapport.risk.model.RiskKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes of risks. What a member keeps to themselves is read by nobody else: each statement asks.
 */
@Repository
public class RiskNotes {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String READ =
            """
            SELECT n.id, n.item_id, n.deal_id, n.kind, n.body, n.at, n.member_id, n.only_member, n.until FROM risk_note n
            WHERE n.workspace_id = :workspace AND (n.only_member IS NULL OR n.only_member = :member)
            """;

    private final JdbcClient jdbc;

    RiskNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value());
    }

    /** What stood at a moment about deals and the book. */
    public List<RiskNote> at(Viewer viewer, Instant at) {
        return asked(
                        viewer,
                        READ
                                + "AND n.kind <> 'own' AND n.at <= :at AND (n.until IS NULL OR n.until > :at) ORDER BY n.item_id")
                .param("at", utc(at))
                .query((row, _) -> note(row))
                .list();
    }

    /** All that stands about deals and the book. */
    public List<RiskNote> standing(Viewer viewer) {
        return asked(viewer, READ + "AND n.kind <> 'own' AND n.until IS NULL ORDER BY n.item_id")
                .query((row, _) -> note(row))
                .list();
    }

    public List<RiskNote> of(Viewer viewer, DealId deal) {
        return asked(
                        viewer,
                        READ
                                + "AND n.kind <> 'own' AND n.deal_id = :deal AND n.until IS NULL ORDER BY n.item_id")
                .param("deal", deal.value())
                .query((row, _) -> note(row))
                .list();
    }

    /** Risks that members took: the viewer's, and what others share; the newest first. */
    public List<RiskNote> own(Viewer viewer, UUID before, int most) {
        return asked(
                        viewer,
                        READ
                                + "AND n.kind = 'own' AND n.until IS NULL AND n.item_id < :before ORDER BY n.item_id DESC LIMIT :most")
                .param("before", before)
                .param("most", most)
                .query((row, _) -> note(row))
                .list();
    }

    /** As it stands. */
    public Optional<RiskNote> standing(Viewer viewer, UUID item) {
        return asked(viewer, READ + "AND n.item_id = :item AND n.until IS NULL")
                .param("item", item)
                .query((row, _) -> note(row))
                .optional();
    }

    /** One wording, whether it stands or not. */
    public Optional<RiskNote> wording(Viewer viewer, UUID id) {
        return asked(viewer, READ + "AND n.id = :id")
                .param("id", id)
                .query((row, _) -> note(row))
                .optional();
    }

    /** What it said before that moment. */
    public Optional<RiskNote> before(Viewer viewer, UUID item, Instant at) {
        return asked(
                        viewer,
                        READ + "AND n.item_id = :item AND n.until = :at ORDER BY n.at DESC LIMIT 1")
                .param("item", item)
                .param("at", utc(at))
                .query((row, _) -> note(row))
                .optional();
    }

    /** The wording that was ended last. */
    public Optional<RiskNote> last(Viewer viewer, UUID item) {
        return asked(
                        viewer,
                        READ + "AND n.item_id = :item ORDER BY n.until DESC, n.id DESC LIMIT 1")
                .param("item", item)
                .query((row, _) -> note(row))
                .optional();
    }

    /** Of a deal, or of the book: newest first. */
    public List<RiskNote> history(
            Viewer viewer, Optional<DealId> deal, PlaceInTime before, int most) {
        return NewestFirst.before(
                        asked(
                                viewer,
                                READ
                                        + "AND n.kind <> 'own' AND n.deal_id IS NOT DISTINCT FROM :deal"
                                        + NewestFirst.by("coalesce(n.until, n.at)", "n.id")),
                        before,
                        most)
                .param("deal", deal.map(DealId::value).orElse(null), Types.OTHER)
                .query((row, _) -> note(row))
                .list();
    }

    /** Until the end of the transaction nobody else changes it, also before it is there. */
    public void hold(UUID item) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:item, 24))")
                .param("item", item.toString())
                .query(row -> {});
    }

    public void add(Viewer viewer, Optional<DealId> deal, Noted<? extends RiskItem> note) {
        jdbc.sql(
                        """
                        INSERT INTO risk_note (workspace_id, id, item_id, deal_id, kind, body, only_member, at, member_id)
                        VALUES (:workspace, :id, :item, :deal, :kind, :body::jsonb, :only, :at, :by)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", note.id())
                .param("item", note.item())
                .param("deal", deal.map(DealId::value).orElse(null), Types.OTHER)
                .param("kind", RiskKind.of(note.body()).word())
                .param("body", JSON.writeValueAsString(note.body()))
                .param("only", note.only().map(MemberId::value).orElse(null), Types.OTHER)
                .param("at", utc(note.at()))
                .param("by", note.by().value())
                .update();
    }

    /** Ends the wording that stands. */
    public void end(Viewer viewer, UUID item, Instant at) {
        jdbc.sql(
                        "UPDATE risk_note SET until = :at WHERE workspace_id = :workspace AND item_id = :item AND until IS NULL")
                .param("workspace", viewer.workspace().value())
                .param("item", item)
                .param("at", utc(at))
                .update();
    }

    private static RiskNote note(ResultSet row) throws SQLException {
        RiskKind kind = RiskKind.of(row.getString("kind"));
        return new RiskNote(
                Optional.ofNullable(row.getObject("deal_id", UUID.class)).map(DealId::new),
                new Noted<>(
                        row.getObject("id", UUID.class),
                        row.getObject("item_id", UUID.class),
                        JSON.readValue(row.getString("body"), kind.type()),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new MemberId(row.getObject("member_id", UUID.class)),
                        Optional.ofNullable(row.getObject("only_member", UUID.class))
                                .map(MemberId::new)),
                Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
