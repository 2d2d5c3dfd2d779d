package app.rapport.people.store;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.util.Collection;
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
    private final FieldsBefore fields;
    private final ListsBefore lists;

    TakenBack(JdbcClient jdbc, FieldsBefore fields, ListsBefore lists) {
        this.jdbc = jdbc;
        this.fields = fields;
        this.lists = lists;
    }

    /**
     * @param contacts and {@code companies} that something still speaks of: they stay
     */
    public void takeBack(
            Viewer viewer,
            ImportId importId,
            Collection<UUID> contacts,
            Collection<UUID> companies) {
        Undoing undo = new Undoing(jdbc, viewer, importId);
        gather(undo);
        for (Kind kind : Kind.values()) handOver(undo, kind);
        remove(undo, contacts);
        for (Kind kind : Kind.values()) fields.putBack(undo, kind);
        fields.history(undo);
        for (Kind kind : Kind.values()) lists.takeOut(undo, kind);
        accounts(undo, companies);
        forget(undo);
    }

    /**
     * What it said of whom, and who else said the same: for a list the entry, for a field the
     * value.
     */
    private void gather(Undoing undo) {
        undo.plain("DROP TABLE IF EXISTS pg_temp.taken_back");
        undo.run(
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
        undo.plain("CREATE INDEX ON taken_back (subject_id, key)");
        undo.plain("ANALYZE taken_back");
    }

    /** Records, changes and list entries that another import brought too are the other's now. */
    private void handOver(Undoing undo, Kind kind) {
        undo.run(
                """
                UPDATE %s t SET import_id = o.import_id
                FROM (SELECT DISTINCT ON (r.subject_id) r.subject_id, r.import_id FROM import_record r
                      WHERE r.workspace_id = :workspace AND r.import_id <> :import ORDER BY r.subject_id, r.import_id) o
                WHERE t.workspace_id = :workspace AND t.import_id = :import AND t.id = o.subject_id
                """
                        .formatted(kind.table()));
        if (kind == Kind.ACCOUNT) return;
        undo.run(
                """
                UPDATE import_record r SET said = r.said || b.added
                FROM (SELECT subject_id, other, jsonb_object_agg(key, '+') AS added FROM taken_back
                      WHERE added AND other IS NOT NULL GROUP BY subject_id, other) b
                WHERE r.workspace_id = :workspace AND r.import_id = b.other AND r.import_id <> :import
                  AND r.subject_id = b.subject_id
                """);
        undo.run(
                """
                UPDATE field_change f SET import_id = b.other
                FROM taken_back b
                WHERE f.workspace_id = :workspace AND f.import_id = :import AND f.subject_id = b.subject_id
                  AND b.key = '=' || f.field AND b.value = f.new_value AND b.other IS NOT NULL
                """);
    }

    /** Contacts first, then the accounts that nobody works for any more. */
    private void remove(Undoing undo, Collection<UUID> spokenOf) {
        undo.statement(
                        """
                        DELETE FROM contact c
                        WHERE c.workspace_id = :workspace AND c.import_id = :import AND c.id <> ALL(:spokenOf) AND c.merged_into IS NULL
                          AND NOT EXISTS (SELECT FROM field_change f WHERE f.workspace_id = c.workspace_id AND f.subject_id = c.id
                                                                       AND f.member_id IS NOT NULL)
                        """)
                .param("spokenOf", spokenOf.toArray(UUID[]::new))
                .update();
        undo.run(
                """
                UPDATE account a SET import_id = c.import_id FROM contact c
                WHERE a.workspace_id = :workspace AND a.import_id = :import
                  AND c.workspace_id = a.workspace_id AND c.account_id = a.id AND c.import_id <> :import
                  AND NOT EXISTS (SELECT FROM field_change f WHERE f.workspace_id = c.workspace_id AND f.subject_id = c.id
                                                               AND f.field = 'account_id' AND f.import_id = :import)
                """);
    }

    /** Accounts that nobody is left for. */
    private void accounts(Undoing undo, Collection<UUID> spokenOf) {
        undo.statement(
                        """
                        DELETE FROM account a
                        WHERE a.workspace_id = :workspace AND a.import_id = :import AND a.id <> ALL(:spokenOf) AND a.merged_into IS NULL
                          AND NOT EXISTS (SELECT FROM contact c WHERE c.workspace_id = a.workspace_id AND c.account_id = a.id)
                          AND NOT EXISTS (SELECT FROM account k WHERE k.workspace_id = a.workspace_id AND k.parent_id = a.id
                                                                  AND k.import_id IS DISTINCT FROM :import)
                          AND NOT EXISTS (SELECT FROM field_change f WHERE f.workspace_id = a.workspace_id AND f.subject_id = a.id
                                                                       AND f.member_id IS NOT NULL)
                        """)
                .param("spokenOf", spokenOf.toArray(UUID[]::new))
                .update();
    }

    private void forget(Undoing undo) {
        undo.run(
                "DELETE FROM import_record WHERE workspace_id = :workspace AND import_id = :import");
        undo.run(
                "DELETE FROM awaited_account WHERE workspace_id = :workspace AND import_id = :import");
        undo.plain("DROP TABLE taken_back");
    }
}
