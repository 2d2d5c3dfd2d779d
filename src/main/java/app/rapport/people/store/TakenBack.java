package app.rapport.people.store;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.Said;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes back what an import said: values that nobody changed since become what they were before,
 * what it added to lists goes, records that only it made go. What another import said too, and what
 * people did, stays; the other import then answers for it, so that it can be taken back as well.
 */
@Repository
public class TakenBack {
    private final JdbcClient jdbc;
    private final Patches patches;
    private final Clock clock;

    TakenBack(JdbcClient jdbc, Patches patches, Clock clock) {
        this.jdbc = jdbc;
        this.patches = patches;
        this.clock = clock;
    }

    /**
     * @param mentioned contacts that still stand on a touch
     */
    public void takeBack(Viewer viewer, ImportId importId, UUID[] mentioned) {
        Undo undo = new Undo(viewer, importId);
        undo.gather();
        for (Kind kind : Kind.values()) undo.handOver(kind);
        undo.remove(mentioned);
        for (Kind kind : Kind.values()) undo.fields(kind);
        undo.history();
        for (Kind kind : Kind.values()) undo.lists(kind);
        undo.forget();
    }

    /** One import on its way back. */
    private final class Undo {
        private final Viewer viewer;
        private final ImportId importId;

        Undo(Viewer viewer, ImportId importId) {
            this.viewer = viewer;
            this.importId = importId;
        }

        private int run(String sql) {
            return statement(sql).update();
        }

        private JdbcClient.StatementSpec statement(String sql) {
            return jdbc.sql(sql)
                    .param("workspace", viewer.workspace().value())
                    .param("import", importId.value());
        }

        /**
         * What it said of whom, and who else said the same: for a list the entry, for a field the
         * value.
         */
        void gather() {
            jdbc.sql("DROP TABLE IF EXISTS pg_temp.taken_back").update();
            run(
                    """
                    CREATE TEMP TABLE taken_back ON COMMIT DROP AS
                    WITH mine AS (
                        SELECT r.subject_id, s.key, s.value, bool_or(s.value = '+') AS added
                        FROM import_record r CROSS JOIN jsonb_each_text(r.said) s
                        WHERE r.workspace_id = :workspace AND r.import_id = :import
                        GROUP BY r.subject_id, s.key, s.value)
                    SELECT m.subject_id, m.key, m.value, m.added,
                           EXISTS (SELECT FROM contact c WHERE c.workspace_id = :workspace AND c.id = m.subject_id AND c.import_id = :import)
                           OR EXISTS (SELECT FROM account a WHERE a.workspace_id = :workspace AND a.id = m.subject_id AND a.import_id = :import) AS made,
                           (SELECT o.import_id FROM import_record o
                            WHERE o.workspace_id = :workspace AND o.subject_id = m.subject_id AND o.import_id <> :import
                              AND jsonb_exists(o.said, m.key) AND (m.key NOT LIKE '=%' OR o.said ->> m.key = m.value)
                            LIMIT 1) AS other
                    FROM mine m
                    """);
            jdbc.sql("CREATE INDEX ON taken_back (subject_id, key)").update();
            jdbc.sql("ANALYZE taken_back").update();
        }

        /**
         * Records, changes and list entries that another import brought too are the other's now.
         */
        void handOver(Kind kind) {
            run(
                    """
                    UPDATE %s t SET import_id = o.import_id
                    FROM (SELECT DISTINCT ON (r.subject_id) r.subject_id, r.import_id FROM import_record r
                          WHERE r.workspace_id = :workspace AND r.import_id <> :import ORDER BY r.subject_id, r.import_id) o
                    WHERE t.workspace_id = :workspace AND t.import_id = :import AND t.id = o.subject_id
                    """
                            .formatted(kind.table()));
            if (kind == Kind.ACCOUNT) return;
            run(
                    """
                    UPDATE import_record r SET said = r.said || b.added
                    FROM (SELECT subject_id, other, jsonb_object_agg(key, '+') AS added FROM taken_back
                          WHERE added AND other IS NOT NULL GROUP BY subject_id, other) b
                    WHERE r.workspace_id = :workspace AND r.import_id = b.other AND r.import_id <> :import
                      AND r.subject_id = b.subject_id
                    """);
            run(
                    """
                    UPDATE field_change f SET import_id = b.other
                    FROM taken_back b
                    WHERE f.workspace_id = :workspace AND f.import_id = :import AND f.subject_id = b.subject_id
                      AND b.key = '=' || f.field AND b.value = f.new_value AND b.other IS NOT NULL
                    """);
        }

        /** Contacts first, then the accounts that nobody works for any more. */
        void remove(UUID[] mentioned) {
            statement(
                            """
                            DELETE FROM contact c
                            WHERE c.workspace_id = :workspace AND c.import_id = :import AND c.id <> ALL(:mentioned)
                              AND NOT EXISTS (SELECT FROM field_change f WHERE f.workspace_id = c.workspace_id AND f.subject_id = c.id
                                                                           AND f.member_id IS NOT NULL)
                            """)
                    .param("mentioned", mentioned)
                    .update();
            run(
                    """
                    UPDATE account a SET import_id = c.import_id FROM contact c
                    WHERE a.workspace_id = :workspace AND a.import_id = :import
                      AND c.workspace_id = a.workspace_id AND c.account_id = a.id AND c.import_id <> :import
                      AND NOT EXISTS (SELECT FROM field_change f WHERE f.workspace_id = c.workspace_id AND f.subject_id = c.id
                                                                   AND f.field = 'account_id' AND f.import_id = :import)
                    """);
        }

        /** Puts back what stood in each field before. */
        void fields(Kind kind) {
            Map<UUID, Map<String, String>> before = new LinkedHashMap<>();
            statement(
                            """
                            WITH changes AS (
                                SELECT DISTINCT ON (f.subject_id, f.field) f.subject_id, f.field, f.old_value
                                FROM field_change f
                                WHERE f.workspace_id = :workspace AND f.import_id = :import
                                ORDER BY f.subject_id, f.field, f.at, f.id),
                            last AS (
                                SELECT DISTINCT ON (f.subject_id, f.field) f.subject_id, f.field, f.import_id
                                FROM field_change f JOIN changes c USING (subject_id, field)
                                WHERE f.workspace_id = :workspace
                                ORDER BY f.subject_id, f.field, f.at DESC, f.id DESC)
                            SELECT c.subject_id, c.field, c.old_value FROM changes c JOIN last USING (subject_id, field)
                            JOIN %1$s t ON t.workspace_id = :workspace AND t.id = c.subject_id
                            WHERE last.import_id = :import AND t.import_id IS DISTINCT FROM :import
                            UNION ALL
                            SELECT b.subject_id, substr(b.key, 2), '' FROM taken_back b
                            JOIN %1$s t ON t.workspace_id = :workspace AND t.id = b.subject_id AND t.import_id <> :import
                            WHERE b.key LIKE '=%%' AND b.key NOT IN ('=display_name', '=name', '=proposed') AND b.other IS NULL AND b.made
                              AND coalesce(CASE WHEN b.key LIKE '=extra:%%' THEN t.extra ->> substr(b.key, 8) ELSE to_jsonb(t) ->> substr(b.key, 2) END, '') = b.value
                              AND NOT EXISTS (SELECT FROM field_change f WHERE f.workspace_id = :workspace AND f.subject_id = b.subject_id
                                                                           AND '=' || f.field = b.key)
                            """
                                    .formatted(kind.table()))
                    .query(row -> {
                        before.computeIfAbsent(
                                        row.getObject("subject_id", UUID.class),
                                        _ -> new LinkedHashMap<>())
                                .putIfAbsent(row.getString("field"), row.getString("old_value"));
                    });
            List<Patches.Patch> back = new ArrayList<>();
            before.forEach((id, fields) -> back.add(new Patches.Patch(id, fields, Set.of())));
            patches.apply(
                    viewer, kind, back, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        }

        /** A later change of the same field now follows on what stood there before this import. */
        void history() {
            run(
                    """
                    UPDATE field_change later SET old_value = mine.old_value
                    FROM field_change mine
                    WHERE mine.workspace_id = :workspace AND mine.import_id = :import
                      AND later.workspace_id = mine.workspace_id AND later.subject_id = mine.subject_id AND later.field = mine.field
                      AND later.old_value = mine.new_value AND (later.at, later.id) > (mine.at, mine.id)
                      AND later.import_id IS DISTINCT FROM mine.import_id
                    """);
            run("DELETE FROM field_change WHERE workspace_id = :workspace AND import_id = :import");
        }

        void lists(Kind kind) {
            String gone =
                    "b.added AND b.other IS NULL AND t.workspace_id = :workspace AND b.subject_id = t.";
            run(
                    """
                    DELETE FROM %1$s t USING taken_back b
                    WHERE %2$s%3$s AND b.key = t.kind || ' ' || t.key
                      AND NOT EXISTS (SELECT FROM field_change f WHERE f.workspace_id = :workspace AND f.subject_id = b.subject_id
                                                                   AND f.field = t.kind AND f.member_id IS NOT NULL)
                      AND (SELECT s.import_id FROM %4$s s WHERE s.workspace_id = :workspace AND s.id = b.subject_id) IS DISTINCT FROM :import
                    """
                            .formatted(kind.points(), gone, kind.pointer(), kind.table()));
            run(
                    """
                    UPDATE %1$s t SET tags = ARRAY(SELECT tag FROM unnest(t.tags) AS tag WHERE lower(tag) <> ALL(b.tags))
                    FROM (SELECT subject_id, array_agg(substr(key, 5)) AS tags FROM taken_back
                          WHERE added AND other IS NULL AND key LIKE 'tag %%' GROUP BY subject_id) b
                    WHERE t.workspace_id = :workspace AND t.id = b.subject_id AND t.import_id IS DISTINCT FROM :import
                    """
                            .formatted(kind.table()));
            run(
                    """
                    DELETE FROM external_id t USING taken_back b
                    WHERE %1$s%2$s AND b.key = 'id ' || t.scope || '|' || t.external_id
                      AND (SELECT s.import_id FROM %3$s s WHERE s.workspace_id = :workspace AND s.id = b.subject_id) IS DISTINCT FROM :import
                    """
                            .formatted(gone, kind.pointer(), kind.table()));
            postals(kind);
            if (kind == Kind.ACCOUNT) {
                accounts(gone);
            }
        }

        private void accounts(String gone) {
            run(
                    """
                    DELETE FROM account_domain t USING taken_back b
                    WHERE %1$saccount_id AND b.key = 'domain ' || t.domain
                      AND (SELECT s.import_id FROM account s WHERE s.workspace_id = :workspace AND s.id = b.subject_id) IS DISTINCT FROM :import
                    """
                            .formatted(gone));
            run(
                    """
                    DELETE FROM account a
                    WHERE a.workspace_id = :workspace AND a.import_id = :import
                      AND NOT EXISTS (SELECT FROM contact c WHERE c.workspace_id = a.workspace_id AND c.account_id = a.id)
                      AND NOT EXISTS (SELECT FROM account k WHERE k.workspace_id = a.workspace_id AND k.parent_id = a.id
                                                              AND k.import_id IS DISTINCT FROM :import)
                      AND NOT EXISTS (SELECT FROM field_change f WHERE f.workspace_id = a.workspace_id AND f.subject_id = a.id
                                                                   AND f.member_id IS NOT NULL)
                    """);
        }

        /** Their key is made of their words, which only Java folds. */
        private void postals(Kind kind) {
            record Postal(UUID id, UUID subject, String key) {}
            List<Postal> there =
                    statement(
                                    """
                                    SELECT p.* FROM postal_address p JOIN %1$s t ON t.workspace_id = p.workspace_id AND t.id = p.%2$s
                                    WHERE p.workspace_id = :workspace AND t.import_id IS DISTINCT FROM :import
                                      AND EXISTS (SELECT FROM taken_back b WHERE b.subject_id = p.%2$s AND b.added AND b.other IS NULL
                                                                             AND b.key LIKE 'postal %%')
                                    """
                                            .formatted(kind.table(), kind.pointer()))
                            .query((row, _) ->
                                    new Postal(
                                            row.getObject("id", UUID.class),
                                            row.getObject(kind.pointer(), UUID.class),
                                            Said.key(KnownRecords.postal(row))))
                            .list();
            if (there.isEmpty()) return;
            jdbc.sql(
                            """
                            DELETE FROM postal_address p
                            USING unnest(:ids::uuid[], :subjects::uuid[], :keys::text[]) AS g (id, subject, key), taken_back b
                            WHERE p.workspace_id = :workspace AND p.id = g.id
                              AND b.subject_id = g.subject AND b.key = g.key AND b.added AND b.other IS NULL
                            """)
                    .param("workspace", viewer.workspace().value())
                    .param("ids", there.stream().map(Postal::id).toArray(UUID[]::new))
                    .param("subjects", there.stream().map(Postal::subject).toArray(UUID[]::new))
                    .param("keys", there.stream().map(Postal::key).toArray(String[]::new))
                    .update();
        }

        void forget() {
            run(
                    "DELETE FROM import_record WHERE workspace_id = :workspace AND import_id = :import");
            run(
                    "DELETE FROM awaited_account WHERE workspace_id = :workspace AND import_id = :import");
            jdbc.sql("DROP TABLE taken_back").update();
        }
    }
}
