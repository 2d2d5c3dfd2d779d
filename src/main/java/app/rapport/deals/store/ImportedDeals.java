package app.rapport.deals.store;

import app.rapport.deals.model.DealField;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Deals that imports bring, many at once; {@link DealsTakenBack} is the way back. */
@Repository
public class ImportedDeals {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    ImportedDeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A deal that an import brought before.
     *
     * @param said what imports said last of each field
     * @param texts what stands there now
     */
    public record Known(UUID id, Map<DealField, String> said, Map<DealField, String> texts) {}

    /** Those of these keys, deleted ones too, and those whose own id was given. */
    public Map<String, Known> known(Viewer viewer, Collection<String> keys, Collection<UUID> ids) {
        String fields =
                Arrays.stream(DealField.values())
                        .map(field -> field.column() + "::text")
                        .collect(Collectors.joining(", "));
        Map<String, Known> known = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT id, source_key, said, %s FROM deal
                        WHERE workspace_id = :workspace AND (source_key = ANY(:keys) OR id = ANY(:ids))
                        """
                                .formatted(fields))
                .param("workspace", viewer.workspace().value())
                .param("keys", keys.toArray(String[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    Known one = known(row);
                    known.put(one.id().toString(), one);
                    if (!row.getString("source_key").isEmpty())
                        known.put(row.getString("source_key"), one);
                });
        return known;
    }

    private static Known known(ResultSet row) throws SQLException {
        Map<DealField, String> said = new EnumMap<>(DealField.class);
        JSON.readValue(row.getString("said"), new TypeReference<Map<String, String>>() {})
                .forEach(
                        (key, text) -> DealField.of(key).ifPresent(field -> said.put(field, text)));
        Map<DealField, String> texts = new EnumMap<>(DealField.class);
        for (DealField field : DealField.values()) {
            String text = row.getString(field.column());
            if (text != null && !text.isEmpty()) texts.put(field, text);
        }
        return new Known(row.getObject("id", UUID.class), said, texts);
    }

    /**
     * A deal that is new.
     *
     * @param people each with a part in it
     */
    public record Birth(
            UUID id,
            String key,
            Map<DealField, String> texts,
            Map<String, String> extra,
            String accountRef,
            Instant createdAt,
            List<PersonId> people) {}

    public void add(Viewer viewer, ImportId importId, Collection<Birth> births, Instant now) {
        if (births.isEmpty()) return;
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Birth birth : births) rows.add(row(birth));
        jdbc.sql(
                        """
                        INSERT INTO deal (workspace_id, id, name, name_key, account_id, account_ref, amount, currency, stage_id, stage_since, closes_on, closed_on,
                                          owner_id, competitors, next_step, next_on, reason, notes, extra, source_key, said, import_id, created_at, updated_at)
                        SELECT :workspace, r.id, r.name, r.name_key, nullif(r.account_id, '')::uuid, r.account_ref, nullif(r.amount, '')::numeric, r.currency,
                               r.stage_id::uuid, r.created_at, nullif(r.closes_on, '')::date, nullif(r.closed_on, '')::date, nullif(r.owner_id, '')::uuid,
                               r.competitors, r.next_step, nullif(r.next_on, '')::date, r.reason, r.notes, r.extra, r.source_key, r.said, :import, r.created_at, :now
                        FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, name text, name_key text, account_id text, account_ref text, amount text, currency text,
                             stage_id text, closes_on text, closed_on text, owner_id text, competitors text, next_step text, next_on text, reason text, notes text,
                             extra jsonb, source_key text, said jsonb, created_at timestamptz)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .param("now", DealRows.utc(now))
                .param("rows", JSON.writeValueAsString(rows))
                .update();
        join(viewer, births);
    }

    private static Map<String, Object> row(Birth birth) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (DealField field : DealField.values())
            row.put(field.column(), birth.texts().getOrDefault(field, ""));
        row.put("id", birth.id().toString());
        row.put("name_key", People.nameKey(birth.texts().getOrDefault(DealField.NAME, "")));
        row.put("account_ref", birth.accountRef());
        row.put("extra", birth.extra());
        row.put("source_key", birth.key());
        row.put("said", said(birth.texts()));
        row.put("created_at", birth.createdAt().toString());
        return row;
    }

    private static Map<String, String> said(Map<DealField, String> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().key(), Map.Entry::getValue));
    }

    private void join(Viewer viewer, Collection<Birth> births) {
        List<UUID> deals = new ArrayList<>();
        List<UUID> people = new ArrayList<>();
        for (Birth birth : births)
            for (PersonId person : birth.people()) {
                deals.add(birth.id());
                people.add(person.value());
            }
        if (deals.isEmpty()) return;
        jdbc.sql(
                        """
                        INSERT INTO deal_person (workspace_id, deal_id, id, person_id, role)
                        SELECT :workspace, p.deal, p.id, p.person, 'user'
                        FROM unnest(:deals::uuid[], :ids::uuid[], :people::uuid[]) AS p (deal, id, person)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("deals", deals.toArray(UUID[]::new))
                .param("ids", Uuid7.next(deals.size()))
                .param("people", people.toArray(UUID[]::new))
                .update();
    }

    /** What an import says newly of a deal that is known, and what stood there. */
    public void change(
            Viewer viewer,
            ImportId importId,
            Known known,
            Map<DealField, String> news,
            Map<DealField, String> said,
            Instant now) {
        String sets =
                news.keySet().stream()
                        .map(field ->
                                field.column()
                                        + " = "
                                        + (field.type().equals("text")
                                                ? ":" + field.column()
                                                : "cast(nullif(:%s, '') AS %s)"
                                                        .formatted(field.column(), field.type()))
                                        + ", ")
                        .collect(Collectors.joining());
        JdbcClient.StatementSpec statement =
                jdbc.sql(
                                "UPDATE deal SET %s name_key = coalesce(:key, name_key), said = :said::jsonb, updated_at = :now WHERE workspace_id = :workspace AND id = :id"
                                        .formatted(sets))
                        .param("workspace", viewer.workspace().value())
                        .param("id", known.id())
                        .param(
                                "key",
                                Optional.ofNullable(news.get(DealField.NAME))
                                        .map(People::nameKey)
                                        .orElse(null))
                        .param("said", JSON.writeValueAsString(said(said)))
                        .param("now", DealRows.utc(now));
        for (Map.Entry<DealField, String> one : news.entrySet())
            statement = statement.param(one.getKey().column(), one.getValue());
        statement.update();
        note(viewer, importId, known, news, now);
    }

    private void note(
            Viewer viewer,
            ImportId importId,
            Known known,
            Map<DealField, String> news,
            Instant now) {
        List<DealField> fields = List.copyOf(news.keySet());
        jdbc.sql(
                        """
                        INSERT INTO deal_change (workspace_id, deal_id, id, field, old_value, new_value, at, import_id)
                        SELECT :workspace, :deal, c.id, c.field, c.before, c.after, :at, :import
                        FROM unnest(:ids::uuid[], :fields::text[], :befores::text[], :afters::text[]) AS c (id, field, before, after)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("deal", known.id())
                .param("ids", Uuid7.next(fields.size()))
                .param("fields", fields.stream().map(DealField::key).toArray(String[]::new))
                .param("befores", texts(fields, known.texts()))
                .param("afters", texts(fields, news))
                .param("at", DealRows.utc(now))
                .param("import", importId.value())
                .update();
    }

    private static String[] texts(List<DealField> fields, Map<DealField, String> texts) {
        return fields.stream().map(field -> texts.getOrDefault(field, "")).toArray(String[]::new);
    }

    /** Ids of companies that deals wait for. */
    public List<String> awaited(Viewer viewer) {
        return jdbc.sql(
                        "SELECT DISTINCT account_ref FROM deal WHERE workspace_id = :workspace AND account_id IS NULL AND account_ref <> ''")
                .param("workspace", viewer.workspace().value())
                .query(String.class)
                .list();
    }

    public void arrived(Viewer viewer, Map<String, AccountId> companies) {
        if (companies.isEmpty()) return;
        List<Map.Entry<String, AccountId>> all = List.copyOf(companies.entrySet());
        jdbc.sql(
                        """
                        UPDATE deal d SET account_id = c.id FROM unnest(:refs::text[], :ids::uuid[]) AS c (ref, id)
                        WHERE d.workspace_id = :workspace AND d.account_id IS NULL AND d.account_ref = c.ref
                        """)
                .param("workspace", viewer.workspace().value())
                .param("refs", all.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("ids", all.stream().map(one -> one.getValue().value()).toArray(UUID[]::new))
                .update();
    }
}
