package app.rapport.deals.store;

import app.rapport.database.Conditions;
import app.rapport.database.Keyset;
import app.rapport.database.Keyset.Key;
import app.rapport.deals.DealId;
import app.rapport.deals.DealLine;
import app.rapport.deals.DealQuery;
import app.rapport.deals.DealSum;
import app.rapport.deals.Stage;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deals as they stand in lists, on the board and beside companies and people. */
@Repository
public class DealList {
    private static final String COLUMNS =
            """
            d.id, d.name, d.account_id, coalesce(a.name, '') AS account_name, d.amount, d.currency, d.stage_id,
            coalesce(d.closed_on, d.closes_on) AS closes, d.owner_id, d.next_step, d.next_on, d.updated_at
            """;
    private static final String FROM =
            """
            FROM deal d
            LEFT JOIN account a ON a.workspace_id = d.workspace_id AND a.id = d.account_id AND a.deleted_at IS NULL
            """;

    /** A day and an id as texts are in the order of both. */
    private static final String BY_STAGE =
            """
            SELECT p.* FROM unnest(:stages::uuid[]) AS s (id) CROSS JOIN LATERAL (%1$s) p
            ORDER BY p.place_0 COLLATE "C"%2$s, p.place_1 COLLATE "C"%2$s LIMIT :most
            """;

    private final JdbcClient jdbc;
    private final StageRows stages;

    DealList(JdbcClient jdbc, StageRows stages) {
        this.jdbc = jdbc;
        this.stages = stages;
    }

    private record Placed(DealLine line, String place) {}

    /**
     * @param after where the page begins; empty from the first
     * @throws IllegalArgumentException when {@code after} is no place of this list
     */
    public Slice<DealLine> page(
            Viewer viewer, DealQuery query, LocalDate today, String after, int most) {
        Map<UUID, Stage> known = known(viewer);
        Keyset order = order(query);
        Conditions filters = filters(viewer, query, known.values(), today);
        Conditions conditions = after.isEmpty() ? filters : order.after(filters, after);
        List<Placed> lines =
                jdbc.sql(statement(query, order, conditions))
                        .params(conditions.values())
                        .param("most", most + 1)
                        .query((row, _) ->
                                new Placed(DealLineRow.line(row, known), order.cursor(row)))
                        .list();
        return Slice.of(lines, most, Placed::place).map(Placed::line);
    }

    /**
     * By the day they close the stages are asked one by one, as on the board: most deals of a firm
     * are decided and lie before all open ones, so that one index over all stages would be walked
     * through years of them.
     */
    private static String statement(DealQuery query, Keyset order, Conditions conditions) {
        boolean byStage =
                query.order() == DealQuery.Order.CLOSES
                        && conditions.values().containsKey("stages");
        String rows =
                "SELECT %s, %s %s WHERE %s%s ORDER BY %s LIMIT :most"
                        .formatted(
                                order.place(),
                                COLUMNS,
                                FROM,
                                conditions.sql(),
                                byStage ? " AND d.stage_id = s.id" : "",
                                order.orderBy());
        return byStage ? BY_STAGE.formatted(rows, query.descending() ? " DESC" : "") : rows;
    }

    private static Keyset order(DealQuery query) {
        Key first =
                switch (query.order()) {
                    case NAME -> new Key("d.name_key", "text");
                    case CLOSES -> new Key("d.closes_key", "date");
                    case WORTH -> new Key("d.worth_key", "bigint");
                    case CHANGED -> new Key("d.updated_at", "timestamptz");
                };
        Keyset ascending = Keyset.ascending(first, new Key("d.id", "uuid"));
        return query.descending() ? ascending.reversed() : ascending;
    }

    private static Conditions filters(
            Viewer viewer, DealQuery query, Collection<Stage> stages, LocalDate today) {
        Conditions all = alive(viewer);
        if (query.oneStage().isPresent())
            all.and("d.stage_id = :stage", "stage", UUID.fromString(query.oneStage().get()));
        else if (!query.state().equals("all"))
            all.and("d.stage_id = ANY(:stages)", "stages", ids(stages, query.state()));
        if (!query.account().isEmpty())
            all.and("d.account_id = :account", "account", UUID.fromString(query.account()));
        String words = People.nameKey(query.words());
        if (!words.isEmpty())
            all.and(
                    "(position(:words IN d.name_key) > 0 OR position(:words IN a.name_key) > 0)",
                    "words",
                    words);
        owner(all, viewer, query.owner());
        closing(all, query.closing(), today);
        return all;
    }

    private static UUID[] ids(Collection<Stage> stages, String state) {
        return stages.stream()
                .filter(stage -> stage.kind().word().equals(state))
                .map(Stage::id)
                .toArray(UUID[]::new);
    }

    private static void owner(Conditions all, Viewer viewer, String owner) {
        if (owner.isEmpty()) return;
        if (owner.equals("none")) all.and("d.owner_id IS NULL");
        else
            all.and(
                    "d.owner_id = :owner",
                    "owner",
                    owner.equals("me") ? viewer.member().value() : UUID.fromString(owner));
    }

    private static void closing(Conditions all, String closing, LocalDate today) {
        if (closing.isEmpty()) return;
        if (closing.equals("none")) all.and("d.closes_on IS NULL");
        else if (closing.equals("past")) all.and("d.closes_key < :today", "today", today);
        else
            all.and("d.closes_key >= :today", "today", today)
                    .and(
                            "d.closes_key <= :until",
                            "until",
                            today.plusDays(Integer.parseInt(closing)));
    }

    /** How many fit and what they come to, by stage and currency. */
    public List<DealSum> sums(Viewer viewer, DealQuery query, LocalDate today) {
        Conditions conditions = filters(viewer, query, known(viewer).values(), today);
        // companies are asked only where typed words may stand in their names
        String from = query.words().isEmpty() ? "FROM deal d" : FROM;
        return jdbc.sql(
                        "SELECT d.stage_id, d.currency, count(*) AS deals, sum(d.worth_key) AS cents %s WHERE %s GROUP BY 1, 2"
                                .formatted(from, conditions.sql()))
                .params(conditions.values())
                .query((row, _) ->
                        new DealSum(
                                row.getObject("stage_id", UUID.class),
                                row.getString("currency"),
                                row.getLong("deals"),
                                row.getBigDecimal("cents").movePointLeft(2)))
                .list();
    }

    /**
     * The first of each stage: open ones by the day they are expected, decided ones newest first.
     */
    public Map<UUID, List<DealLine>> board(Viewer viewer, DealQuery query, int most) {
        Map<UUID, Stage> known = known(viewer);
        Map<UUID, List<DealLine>> board = new HashMap<>();
        for (Stage stage : known.values()) {
            Conditions all = alive(viewer).and("d.stage_id = :stage", "stage", stage.id());
            owner(all, viewer, query.owner());
            board.put(stage.id(), lines(all, stage.isOpen() ? "" : " DESC", most, known));
        }
        return board;
    }

    private List<DealLine> lines(
            Conditions conditions, String way, int most, Map<UUID, Stage> known) {
        return jdbc.sql(
                        "SELECT %1$s %2$s WHERE %3$s ORDER BY d.closes_key%4$s, d.id%4$s LIMIT :most"
                                .formatted(COLUMNS, FROM, conditions.sql(), way))
                .params(conditions.values())
                .param("most", most)
                .query((row, _) -> DealLineRow.line(row, known))
                .list();
    }

    public List<DealLine> ofAccount(Viewer viewer, AccountId account, int most) {
        Conditions all = alive(viewer).and("d.account_id = :account", "account", account.value());
        return lines(all, " DESC", most, known(viewer));
    }

    public List<DealLine> ofPerson(Viewer viewer, PersonId person, int most) {
        Conditions all =
                alive(viewer)
                        .and(
                                "d.id IN (SELECT p.deal_id FROM deal_person p WHERE p.workspace_id = :workspace AND p.person_id = :person)",
                                "person",
                                person.value());
        return lines(all, " DESC", most, known(viewer));
    }

    public List<DealLine> of(Viewer viewer, Collection<DealId> ids) {
        Conditions all =
                alive(viewer)
                        .and(
                                "d.id = ANY(:ids)",
                                "ids",
                                ids.stream().map(DealId::value).toArray(UUID[]::new));
        return lines(all, "", ids.size(), known(viewer));
    }

    /** The currency that most deals have; empty where none has one. */
    public String usualCurrency(Viewer viewer) {
        return jdbc.sql(
                        """
                        SELECT currency FROM (SELECT currency FROM deal WHERE workspace_id = :workspace AND deleted_at IS NULL
                                              ORDER BY updated_at DESC, id DESC LIMIT 50) lately
                        WHERE currency <> '' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1
                        """)
                .param("workspace", viewer.workspace().value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    public boolean any(Viewer viewer) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM deal WHERE workspace_id = :workspace AND deleted_at IS NULL)")
                .param("workspace", viewer.workspace().value())
                .query(Boolean.class)
                .single();
    }

    /** Ids and names of those in whose name all typed words are, best first. */
    public List<DealLine> find(Viewer viewer, String typed, int most) {
        String[] words = People.nameKey(typed).split(" ");
        List<DealId> found =
                jdbc.sql("SELECT deal_id FROM find_deals(:words, :most)")
                        .param("words", words)
                        .param("most", most)
                        .query((row, _) -> new DealId(row.getObject(1, UUID.class)))
                        .list();
        Map<DealId, DealLine> lines =
                of(viewer, found).stream()
                        .collect(Collectors.toMap(DealLine::id, Function.identity()));
        List<DealLine> ranked = new ArrayList<>();
        for (DealId id : found) Optional.ofNullable(lines.get(id)).ifPresent(ranked::add);
        return ranked;
    }

    private static Conditions alive(Viewer viewer) {
        return new Conditions()
                .and("d.workspace_id = :workspace", "workspace", viewer.workspace().value())
                .and("d.deleted_at IS NULL");
    }

    private Map<UUID, Stage> known(Viewer viewer) {
        return stages.all(viewer).stream()
                .collect(Collectors.toMap(Stage::id, Function.identity()));
    }
}
