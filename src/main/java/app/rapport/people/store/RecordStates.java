package app.rapport.people.store;

import static app.rapport.kernel.GivenWords.orEmpty;

import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.AccountField;
import app.rapport.people.model.ContactField;
import app.rapport.people.model.Field;
import app.rapport.people.model.Union;
import app.rapport.people.store.FieldRows.Subject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A contact or an account as {@link Union} sees it: every field, and what is known besides. */
@Repository
public class RecordStates {
    private final JdbcClient jdbc;
    private final FieldRows fields;

    RecordStates(JdbcClient jdbc, FieldRows fields) {
        this.jdbc = jdbc;
        this.fields = fields;
    }

    public static Field[] fields(RecordKind kind) {
        return kind == RecordKind.CONTACT ? ContactField.values() : AccountField.values();
    }

    private static Optional<? extends Field> field(RecordKind kind, String key) {
        return kind == RecordKind.CONTACT ? ContactField.of(key) : AccountField.of(key);
    }

    private static Subject subject(RecordKind kind) {
        return Subject.valueOf(kind.name());
    }

    /** The names that differ: the link to a company, and the flag. */
    private static String of(RecordKind kind, String sql) {
        boolean contact = kind == RecordKind.CONTACT;
        return sql.replace("{table}", contact ? "contact" : "account")
                .replace("{link}", contact ? "account" : "parent")
                .replace("{flag}", contact ? Union.COLLEAGUE : Union.PROPOSED);
    }

    /**
     * As it stands; a company that was joined to another is named as it was meant at first.
     *
     * @throws java.util.NoSuchElementException when there is no such record
     */
    public Map<String, String> read(Viewer viewer, RecordKind kind, UUID id) {
        Map<String, String> state =
                Optional.ofNullable(
                                fields.read(viewer, subject(kind), fields(kind), List.of(id))
                                        .get(id))
                        .orElseThrow();
        jdbc.sql(
                        of(
                                kind,
                                """
                                SELECT {flag}::text AS flag, updated_at, coalesce({link}_origin, {link}_id)::text AS link,
                                       (SELECT string_agg(e.key || chr(31) || e.value::text, chr(30) ORDER BY e.key)
                                        FROM jsonb_each(extra) e) AS extra
                                FROM {table} WHERE workspace_id = :workspace AND id = :id
                                """))
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .query(row -> {
                    state.put(of(kind, "{flag}"), row.getString("flag"));
                    state.put(of(kind, "{link}_id"), orEmpty(row.getString("link")));
                    state.put(Union.EXTRA, orEmpty(row.getString("extra")));
                    state.put(
                            Union.UPDATED_AT,
                            row.getObject("updated_at", OffsetDateTime.class)
                                    .toInstant()
                                    .toString());
                });
        return state;
    }

    /**
     * Puts these texts in their places.
     *
     * @param at what the record says it was last changed at
     */
    public void write(
            Viewer viewer, RecordKind kind, UUID id, Map<String, String> changed, Instant at) {
        Map<Field, String> texts = new LinkedHashMap<>();
        changed.forEach((key, text) -> field(kind, key).ifPresent(f -> texts.put(f, text)));
        String linkKey = of(kind, "{link}_id");
        Optional<String> link = Optional.ofNullable(changed.get(linkKey));
        link.ifPresent(meant ->
                field(kind, linkKey).ifPresent(f -> texts.put(f, standing(viewer, id, meant))));
        fields.write(viewer, subject(kind), id, texts, at);
        besides(viewer, kind, id, changed);
        link.ifPresent(meant -> origin(viewer, kind, id, meant));
    }

    private void besides(Viewer viewer, RecordKind kind, UUID id, Map<String, String> changed) {
        String flag = changed.get(of(kind, "{flag}"));
        String extra = changed.get(Union.EXTRA);
        if (flag == null && extra == null) return;
        jdbc.sql(
                        of(
                                kind,
                                """
                                UPDATE {table} SET {flag} = coalesce(:flag::boolean, {flag}),
                                    extra = CASE WHEN :extra::text IS NULL THEN extra ELSE
                                        coalesce((SELECT jsonb_object_agg(split_part(row, chr(31), 1), split_part(row, chr(31), 2)::jsonb)
                                                  FROM unnest(string_to_array(nullif(:extra::text, ''), chr(30))) row), '{}') END
                                WHERE workspace_id = :workspace AND id = :id
                                """))
                .param("flag", flag)
                .param("extra", extra)
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .update();
    }

    /** Where that company stands now: it may have been joined to another, or be gone. */
    private String standing(Viewer viewer, UUID self, String company) {
        if (company.isEmpty()) return "";
        return root(viewer, RecordKind.ACCOUNT, UUID.fromString(company))
                .filter(id -> !id.equals(self))
                .map(UUID::toString)
                .orElse("");
    }

    private void origin(Viewer viewer, RecordKind kind, UUID id, String meant) {
        jdbc.sql(
                        of(
                                kind,
                                """
                                UPDATE {table} SET {link}_origin = CASE WHEN {link}_id IS NULL OR {link}_id::text = :meant THEN NULL
                                                                        ELSE nullif(:meant, '')::uuid END
                                WHERE workspace_id = :workspace AND id = :id
                                """))
                .param("meant", meant)
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .update();
    }

    /** The record that stands for this one, itself where it was never joined; empty when gone. */
    public Optional<UUID> root(Viewer viewer, RecordKind kind, UUID id) {
        return jdbc.sql(
                        of(
                                kind,
                                """
                                WITH RECURSIVE up AS (
                                  SELECT id, merged_into FROM {table} WHERE workspace_id = :workspace AND id = :id
                                  UNION
                                  SELECT t.id, t.merged_into FROM up JOIN {table} t ON t.workspace_id = :workspace AND t.id = up.merged_into)
                                SELECT id FROM up WHERE merged_into IS NULL
                                """))
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** The record and all that are joined to it, directly or through another. */
    public List<UUID> members(Viewer viewer, RecordKind kind, UUID id) {
        return jdbc.sql(
                        of(
                                kind,
                                """
                                WITH RECURSIVE down AS (
                                  SELECT :id::uuid AS id
                                  UNION
                                  SELECT t.id FROM down JOIN {table} t ON t.workspace_id = :workspace AND t.merged_into = down.id)
                                SELECT id FROM down
                                """))
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .query(UUID.class)
                .list();
    }

    /** Hides a record behind another; its own keys go, for one address is one person's. */
    public void hide(Viewer viewer, RecordKind kind, UUID id, UUID into, Instant at) {
        String keys =
                kind == RecordKind.CONTACT
                        ? "DELETE FROM contact_point WHERE workspace_id = :workspace AND contact_id = :id AND kind = 'mail'"
                        : "DELETE FROM account_domain WHERE workspace_id = :workspace AND account_id = :id";
        run(viewer, keys, id);
        if (kind == RecordKind.CONTACT)
            run(
                    viewer,
                    "DELETE FROM contact_search WHERE workspace_id = :workspace AND contact_id = :id",
                    id);
        jdbc.sql(
                        of(
                                kind,
                                "UPDATE {table} SET merged_into = :into, deleted_at = :at WHERE workspace_id = :workspace AND id = :id"))
                .param("into", into)
                .param("at", at.atOffset(java.time.ZoneOffset.UTC))
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .update();
    }

    public void show(Viewer viewer, RecordKind kind, UUID id) {
        run(
                viewer,
                of(
                        kind,
                        "UPDATE {table} SET merged_into = NULL, deleted_at = NULL WHERE workspace_id = :workspace AND id = :id"),
                id);
    }

    private void run(Viewer viewer, String sql, UUID id) {
        jdbc.sql(sql).param("workspace", viewer.workspace().value()).param("id", id).update();
    }

    /** Whether it is hidden, by deleting or by joining it to another. */
    public boolean isThere(Viewer viewer, RecordKind kind, UUID id) {
        return jdbc.sql(
                        of(
                                kind,
                                "SELECT FROM {table} WHERE workspace_id = :workspace AND id = :id AND deleted_at IS NULL FOR UPDATE"))
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .query((_, _) -> true)
                .optional()
                .isPresent();
    }

    /** Who else has one of these keys by now, in a sentence. */
    public Optional<String> holder(
            Viewer viewer, RecordKind kind, List<String> keys, List<UUID> besides) {
        String sql =
                kind == RecordKind.CONTACT
                        ? """
                        SELECT p.value || ' belongs to ' || c.display_name FROM contact_point p
                        JOIN contact c ON c.workspace_id = p.workspace_id AND c.id = p.contact_id
                        WHERE p.workspace_id = :workspace AND p.kind = 'mail' AND p.key = ANY(:keys) AND p.contact_id <> ALL(:besides)
                        LIMIT 1
                        """
                        : """
                        SELECT d.domain || ' belongs to ' || a.name FROM account_domain d
                        JOIN account a ON a.workspace_id = d.workspace_id AND a.id = d.account_id
                        WHERE d.workspace_id = :workspace AND d.domain = ANY(:keys) AND d.account_id <> ALL(:besides)
                        LIMIT 1
                        """;
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("keys", keys.toArray(String[]::new))
                .param("besides", besides.toArray(UUID[]::new))
                .query(String.class)
                .optional();
    }
}
