package app.rapport.deals.store;

import app.rapport.deals.Deal;
import app.rapport.deals.DealId;
import app.rapport.deals.DealPerson;
import app.rapport.deals.Stage;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Single deals, read and written field by field. */
@Repository
public class DealRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FIELDS =
            Arrays.stream(DealField.values())
                    .map(field -> "d." + field.column() + "::text")
                    .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;
    private final StageRows stages;
    private final DealPeopleRows people;

    DealRows(JdbcClient jdbc, StageRows stages, DealPeopleRows people) {
        this.jdbc = jdbc;
        this.stages = stages;
        this.people = people;
    }

    /** Those that exist and are seen, in the order of the ids. */
    public List<Deal> read(Viewer viewer, Collection<DealId> ids) {
        if (ids.isEmpty()) return List.of();
        UUID[] keys = ids.stream().map(DealId::value).toArray(UUID[]::new);
        Map<UUID, Stage> known =
                stages.all(viewer).stream()
                        .collect(Collectors.toMap(Stage::id, Function.identity()));
        Map<UUID, List<DealPerson>> persons = people.of(viewer, keys);
        Map<UUID, Deal> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT d.id, %s, coalesce(a.name, '') AS account_name, d.extra, d.stage_since, d.created_at, d.updated_at
                        FROM deal d
                        LEFT JOIN account a ON a.workspace_id = d.workspace_id AND a.id = d.account_id AND a.deleted_at IS NULL
                        WHERE d.workspace_id = :workspace AND d.id = ANY(:ids) AND d.deleted_at IS NULL
                        """
                                .formatted(FIELDS))
                .param("workspace", viewer.workspace().value())
                .param("ids", keys)
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    found.put(id, deal(row, id, known, persons.getOrDefault(id, List.of())));
                });
        return ids.stream().map(id -> found.get(id.value())).filter(deal -> deal != null).toList();
    }

    private static Deal deal(
            ResultSet row, UUID id, Map<UUID, Stage> stages, List<DealPerson> people)
            throws SQLException {
        Map<DealField, String> texts = new EnumMap<>(DealField.class);
        for (DealField field : DealField.values()) {
            String text = row.getString(field.column());
            if (text != null && !text.isEmpty()) texts.put(field, text);
        }
        Stage stage = stages.get(UUID.fromString(texts.getOrDefault(DealField.STAGE, "")));
        if (stage == null) throw new IllegalStateException("deal " + id + " has no stage");
        return new Deal(
                new DealId(id),
                texts,
                stage,
                row.getString("account_name"),
                people,
                JSON.readValue(row.getString("extra"), new TypeReference<Map<String, String>>() {}),
                moment(row, "stage_since"),
                moment(row, "created_at"),
                moment(row, "updated_at"));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** So that nobody else changes it meanwhile; false where there is no such deal. */
    public boolean lock(Viewer viewer, DealId id) {
        return jdbc.sql(
                        "SELECT id FROM deal WHERE workspace_id = :workspace AND id = :id AND deleted_at IS NULL FOR UPDATE")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /**
     * @param texts with name and stage; empty texts are nothing
     */
    public void add(Viewer viewer, DealId id, Map<DealField, String> texts, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO deal (workspace_id, id, name, name_key, stage_id, stage_since, created_at, updated_at)
                        VALUES (:workspace, :id, :name, :key, cast(:stage AS uuid), :at, :at, :at)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("name", texts.getOrDefault(DealField.NAME, ""))
                .param("key", People.nameKey(texts.getOrDefault(DealField.NAME, "")))
                .param("stage", texts.getOrDefault(DealField.STAGE, ""))
                .param("at", utc(at))
                .update();
        write(viewer, id, texts, at);
    }

    public void write(Viewer viewer, DealId id, Map<DealField, String> texts, Instant at) {
        String sets =
                texts.keySet().stream()
                        .map(field -> "%1$s = %2$s, ".formatted(field.column(), value(field)))
                        .collect(Collectors.joining());
        JdbcClient.StatementSpec statement =
                jdbc.sql(
                                """
                                UPDATE deal SET %s name_key = coalesce(:key, name_key), updated_at = :at,
                                       stage_since = CASE WHEN cast(:moved AS uuid) <> stage_id THEN :at ELSE stage_since END
                                WHERE workspace_id = :workspace AND id = :id
                                """
                                        .formatted(sets))
                        .param("workspace", viewer.workspace().value())
                        .param("id", id.value())
                        .param("at", utc(at))
                        .param("moved", texts.get(DealField.STAGE))
                        .param(
                                "key",
                                texts.containsKey(DealField.NAME)
                                        ? People.nameKey(texts.get(DealField.NAME))
                                        : null);
        for (Map.Entry<DealField, String> text : texts.entrySet())
            statement = statement.param(text.getKey().column(), text.getValue());
        statement.update();
    }

    private static String value(DealField field) {
        return field.type().equals("text")
                ? ":" + field.column()
                : "cast(nullif(:%s, '') AS %s)".formatted(field.column(), field.type());
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Whether it went into the bin, or came out. */
    public boolean setDeleted(Viewer viewer, DealId id, boolean deleted, Instant at) {
        return jdbc.sql(
                                """
                                UPDATE deal SET deleted_at = CASE WHEN :deleted THEN :at END, deleted_by = CASE WHEN :deleted THEN :member END, updated_at = :at
                                WHERE workspace_id = :workspace AND id = :id AND (deleted_at IS NULL) = :deleted
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("id", id.value())
                        .param("member", viewer.member().value())
                        .param("deleted", deleted)
                        .param("at", utc(at))
                        .update()
                == 1;
    }
}
