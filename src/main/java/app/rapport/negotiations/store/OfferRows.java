package app.rapport.negotiations.store;

import app.rapport.bargaining.course.Turn.Side;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.model.table.Offer;
import app.rapport.negotiations.model.table.Offer.Below;
import app.rapport.negotiations.model.table.Offer.Seen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was put on the table; whoever calls has asked for the team. */
@Repository
public class OfferRows {
    private final JdbcClient jdbc;

    OfferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec asked(Viewer viewer, NegotiationId id, String sql) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value()).param("id", id.value());
    }

    /**
     * What was noted, in its order, without what was written down by mistake.
     *
     * @param said what is or was on the table
     * @param late what came when it had closed
     */
    public record Noted(List<Offer> said, List<Offer> late) {
        private static Noted of(List<Row> rows) {
            Map<Boolean, List<Offer>> parted =
                    rows.stream()
                            .collect(
                                    Collectors.partitioningBy(
                                            Row::late,
                                            Collectors.mapping(Row::offer, Collectors.toList())));
            return new Noted(
                    parted.getOrDefault(false, List.of()), parted.getOrDefault(true, List.of()));
        }
    }

    private record Row(Offer offer, boolean late) {}

    public Noted list(Viewer viewer, NegotiationId id) {
        Map<UUID, Map<UUID, String>> choices = new HashMap<>();
        asked(
                        viewer,
                        id,
                        "SELECT offer_id, issue_id, choice FROM negotiation_offer_choice WHERE workspace_id = :workspace AND negotiation_id = :id")
                .query(row -> {
                    choices.computeIfAbsent(
                                    row.getObject("offer_id", UUID.class), _ -> new HashMap<>())
                            .put(row.getObject("issue_id", UUID.class), row.getString("choice"));
                });
        return Noted.of(
                asked(
                                viewer,
                                id,
                                """
                                SELECT * FROM negotiation_offer
                                WHERE workspace_id = :workspace AND negotiation_id = :id AND taken_back_at IS NULL ORDER BY at, id
                                """)
                        .query((row, _) -> row(row, choices))
                        .list());
    }

    private static Row row(ResultSet row, Map<UUID, Map<UUID, String>> choices)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Row(offer(row, choices.getOrDefault(id, Map.of())), row.getBoolean("late"));
    }

    private static Offer offer(ResultSet row, Map<UUID, String> choices) throws SQLException {
        String reason = row.getString("below_reason");
        return new Offer(
                row.getObject("id", UUID.class),
                Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                NegotiationRows.moment(row, "at").orElseThrow(),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getString("said_by"),
                row.getString("words"),
                choices,
                reason.isEmpty() ? Optional.empty() : Optional.of(new Below(reason, seen(row))));
    }

    private static Optional<Seen> seen(ResultSet row) throws SQLException {
        UUID by = row.getObject("below_seen_by", UUID.class);
        return NegotiationRows.moment(row, "below_seen_at")
                .flatMap(at -> Optional.ofNullable(by).map(who -> new Seen(new MemberId(who), at)));
    }

    /** False where it is known already: what was sent twice is one offer. */
    public boolean add(Viewer viewer, NegotiationId id, Offer offer) {
        return add(viewer, id, offer, false);
    }

    /** Beside a table that has closed. */
    public boolean addLate(Viewer viewer, NegotiationId id, Offer offer) {
        return add(viewer, id, offer, true);
    }

    private boolean add(Viewer viewer, NegotiationId id, Offer offer, boolean late) {
        boolean fresh =
                asked(
                                        viewer,
                                        id,
                                        """
                                        INSERT INTO negotiation_offer (workspace_id, negotiation_id, id, side, at, member_id, said_by, words, below_reason, late)
                                        VALUES (:workspace, :id, :offer, :side, :at, :member, :from, :words, :below, :late) ON CONFLICT DO NOTHING
                                        """)
                                .param("offer", offer.id())
                                .param("late", late)
                                .param("side", offer.by().name().toLowerCase(Locale.ROOT))
                                .param("at", NegotiationRows.utc(offer.at()))
                                .param("member", offer.noted().value())
                                .param("from", offer.from())
                                .param("words", offer.words())
                                .param("below", offer.below().map(Below::reason).orElse(""))
                                .update()
                        == 1;
        if (fresh)
            asked(
                            viewer,
                            id,
                            """
                            INSERT INTO negotiation_offer_choice (workspace_id, negotiation_id, offer_id, issue_id, choice)
                            SELECT :workspace, :id, :offer, e.key::uuid, e.value FROM jsonb_each_text(:choices::jsonb) e
                            """)
                    .param("offer", offer.id())
                    .param("choices", JsonMapper.shared().writeValueAsString(offer.choices()))
                    .update();
        return fresh;
    }

    /** A second person agreed to go under the walk-away: now it is said. */
    public boolean seen(Viewer viewer, NegotiationId id, UUID offer, Instant at) {
        return asked(
                                viewer,
                                id,
                                """
                                UPDATE negotiation_offer SET below_seen_at = :at, below_seen_by = :member, at = :at
                                WHERE workspace_id = :workspace AND negotiation_id = :id AND id = :offer
                                  AND below_reason <> '' AND below_seen_at IS NULL AND taken_back_at IS NULL
                                """)
                        .param("offer", offer)
                        .param("member", viewer.member().value())
                        .param("at", NegotiationRows.utc(at))
                        .update()
                == 1;
    }

    /** It was written down by mistake, or was not: nothing is lost. */
    public boolean takeBack(Viewer viewer, NegotiationId id, UUID offer, Optional<Instant> at) {
        return asked(
                                viewer,
                                id,
                                "UPDATE negotiation_offer SET taken_back_at = :at WHERE workspace_id = :workspace AND negotiation_id = :id AND id = :offer")
                        .param("offer", offer)
                        .param("at", NegotiationRows.utc(at), Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }
}
