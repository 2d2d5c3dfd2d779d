package app.rapport.people.store;

import app.rapport.kernel.Viewer;
import app.rapport.people.model.Field;
import app.rapport.people.model.FieldText;
import app.rapport.people.model.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes the fields of contacts and accounts in their text form. Both have the same rows
 * around them, so one set of statements serves both; the names put into them are our own constants,
 * never what a caller sent.
 */
@Repository
public class FieldRows {
    /** Whose fields. */
    public enum Subject {
        CONTACT,
        ACCOUNT;

        final String table = name().toLowerCase(java.util.Locale.ROOT);
        final String id = table + "_id";
    }

    private final JdbcClient jdbc;

    FieldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What has to be selected of a record {@code r} for its fields, each under its key. Rows beside
     * the record are gathered to their text form there, so that a record is one round trip.
     */
    static String selected(Subject subject, Field[] fields) {
        return Arrays.stream(fields)
                .map(field -> of(selected(field), subject) + " AS " + field.key())
                .collect(Collectors.joining(", "));
    }

    private static String selected(Field field) {
        return switch (field.shape()) {
            case TEXT -> "r." + field.key();
            case TAGS -> "array_to_string(r." + field.key() + ", chr(30))";
            case ACCOUNT, MEMBER -> "coalesce(r." + field.key() + "::text, '')";
            case POINTS -> POINTS.replace("{kind}", field.key());
            case POSTALS -> POSTALS;
            case DOMAINS -> DOMAINS;
        };
    }

    /** The fields of each of these records that exists, by key. */
    public Map<UUID, Map<String, String>> read(
            Viewer viewer, Subject subject, Field[] fields, Collection<UUID> ids) {
        Map<UUID, Map<String, String>> found = new LinkedHashMap<>();
        jdbc.sql(
                        "SELECT r.id, %s FROM %s r WHERE r.workspace_id = :workspace AND r.id = ANY(:ids)"
                                .formatted(selected(subject, fields), subject.table))
                .param("workspace", viewer.workspace().value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    Map<String, String> texts = new LinkedHashMap<>();
                    texts(row, fields).forEach((field, text) -> texts.put(field.key(), text));
                    found.put(row.getObject("id", UUID.class), texts);
                });
        return found;
    }

    /** The fields of a row that {@link #selected} them; those without rows beside are absent. */
    static <F extends Field> Map<F, String> texts(ResultSet row, F[] fields) throws SQLException {
        Map<F, String> texts = new LinkedHashMap<>();
        for (F field : fields) {
            String text = row.getString(field.key());
            if (text != null) texts.put(field, text);
        }
        return texts;
    }

    private static final String POINTS =
            """
            (SELECT string_agg(p.value || chr(31) || p.label, chr(30) ORDER BY p.position, p.key) FROM {table}_point p
             WHERE p.workspace_id = r.workspace_id AND p.{id} = r.id AND p.kind = '{kind}')
            """;
    private static final String POSTALS =
            """
            (SELECT string_agg(concat_ws(chr(31), p.label, p.street, p.city, p.region, p.postal_code, p.country, p.formatted), chr(30)
                               ORDER BY p.position, p.id)
             FROM postal_address p WHERE p.workspace_id = r.workspace_id AND p.{id} = r.id)
            """;
    private static final String DOMAINS =
            """
            (SELECT string_agg(d.domain, chr(30) ORDER BY d.domain) FROM account_domain d
             WHERE d.workspace_id = r.workspace_id AND d.{id} = r.id)
            """;

    private static String of(String sql, Subject subject) {
        return sql.replace("{id}", subject.id).replace("{table}", subject.table);
    }

    /** Nobody else changes the record until the transaction ends; false when there is none. */
    public boolean lock(Viewer viewer, Subject subject, UUID id) {
        return jdbc.sql(
                        "SELECT 1 FROM "
                                + subject.table
                                + " WHERE workspace_id = :workspace AND id = :id FOR UPDATE")
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Puts these texts into these fields. */
    public void write(
            Viewer viewer,
            Subject subject,
            UUID id,
            Map<? extends Field, String> texts,
            Instant at) {
        columns(viewer, subject, id, texts, at);
        List<String> kinds = keys(texts, field -> field.shape() == Field.Shape.POINTS);
        if (!kinds.isEmpty()) points(viewer, subject, id, kinds, texts);
        texts.forEach((field, text) -> {
            if (field.shape() == Field.Shape.POSTALS) postals(viewer, subject, id, text);
            if (field.shape() == Field.Shape.DOMAINS) domains(viewer, id, text);
        });
    }

    private static List<String> keys(Map<? extends Field, String> texts, Predicate<Field> which) {
        return texts.keySet().stream().filter(which).map(Field::key).toList();
    }

    private void columns(
            Viewer viewer,
            Subject subject,
            UUID id,
            Map<? extends Field, String> texts,
            Instant at) {
        StringBuilder sql = new StringBuilder("UPDATE " + subject.table + " SET updated_at = :at");
        Map<String, Object> params = new LinkedHashMap<>();
        texts.forEach((field, text) -> {
            if (!field.shape().isColumn()) return;
            sql.append(", ").append(field.key()).append(" = ").append(assigned(field));
            params.put(field.key(), text);
            if (field.shape() == Field.Shape.ACCOUNT)
                sql.append(", ").append(field.key().replace("_id", "_origin")).append(" = NULL");
            if (field.json().equals("name")) {
                sql.append(", name_key = :name_key");
                params.put("name_key", Names.fold(text));
            }
        });
        sql.append(" WHERE workspace_id = :workspace AND id = :id");
        jdbc.sql(sql.toString())
                .params(params)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .update();
    }

    private static String assigned(Field field) {
        String value = ":" + field.key();
        return switch (field.shape()) {
            case TAGS -> "coalesce(string_to_array(nullif(" + value + ", ''), chr(30)), '{}')";
            case ACCOUNT, MEMBER -> "nullif(" + value + ", '')::uuid";
            default -> value;
        };
    }

    private void points(
            Viewer viewer,
            Subject subject,
            UUID id,
            List<String> kinds,
            Map<? extends Field, String> texts) {
        jdbc.sql(
                        of(
                                "DELETE FROM {table}_point WHERE workspace_id = :workspace AND {id} = :id AND kind = ANY(:kinds)",
                                subject))
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .param("kinds", kinds.toArray(String[]::new))
                .update();
        PointColumns rows = new PointColumns();
        texts.forEach((field, text) -> {
            if (field.shape() == Field.Shape.POINTS) rows.add(field.key(), text);
        });
        jdbc.sql(
                        of(
                                """
                                INSERT INTO {table}_point (workspace_id, {id}, position, kind, label, value, key)
                                SELECT :workspace, :id, p.position, p.kind, p.label, p.value, p.key
                                FROM unnest(:positions::int[], :kinds::text[], :labels::text[], :values::text[], :keys::text[])
                                     AS p (position, kind, label, value, key)
                                """,
                                subject))
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .params(rows.params())
                .update();
    }

    private void postals(Viewer viewer, Subject subject, UUID id, String text) {
        jdbc.sql(
                        of(
                                "DELETE FROM postal_address WHERE workspace_id = :workspace AND {id} = :id",
                                subject))
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .update();
        if (text.isEmpty()) return;
        String[] rows = FieldText.list(text).toArray(String[]::new);
        jdbc.sql(
                        of(
                                """
                                INSERT INTO postal_address (workspace_id, id, {id}, position, label, street, city, region, postal_code, country, formatted)
                                SELECT :workspace, a.id, :subject, a.position, split_part(a.row, chr(31), 1), split_part(a.row, chr(31), 2),
                                       split_part(a.row, chr(31), 3), split_part(a.row, chr(31), 4), split_part(a.row, chr(31), 5),
                                       split_part(a.row, chr(31), 6), split_part(a.row, chr(31), 7)
                                FROM unnest(:ids::uuid[], :rows::text[]) WITH ORDINALITY AS a (id, row, position)
                                """,
                                subject))
                .param("workspace", viewer.workspace().value())
                .param("subject", id)
                .param("ids", app.rapport.kernel.Uuid7.next(rows.length))
                .param("rows", rows)
                .update();
    }

    private void domains(Viewer viewer, UUID account, String text) {
        jdbc.sql("DELETE FROM account_domain WHERE workspace_id = :workspace AND account_id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", account)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO account_domain (workspace_id, domain, account_id)
                        SELECT :workspace, d, :id FROM unnest(:domains::text[]) AS d
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", account)
                .param("domains", FieldText.list(text).toArray(String[]::new))
                .update();
    }
}
