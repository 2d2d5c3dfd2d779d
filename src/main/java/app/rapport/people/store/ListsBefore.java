package app.rapport.people.store;

import app.rapport.people.model.Said;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes out of the lists of contacts and accounts what only one import put in. */
@Repository
class ListsBefore {
    private final JdbcClient jdbc;

    ListsBefore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void takeOut(Undoing undo, Kind kind) {
        String gone =
                "b.added AND b.other IS NULL AND t.workspace_id = :workspace AND b.subject_id = t.";
        undo.run(
                """
                DELETE FROM %1$s t USING taken_back b
                WHERE %2$s%3$s AND b.key = t.kind || ' ' || t.key
                  AND NOT EXISTS (SELECT FROM field_change f WHERE f.workspace_id = :workspace AND f.subject_id = b.subject_id
                                                               AND f.field = t.kind AND f.member_id IS NOT NULL)
                  AND (SELECT s.import_id FROM %4$s s WHERE s.workspace_id = :workspace AND s.id = b.subject_id) IS DISTINCT FROM :import
                """
                        .formatted(kind.points(), gone, kind.pointer(), kind.table()));
        undo.run(
                """
                UPDATE %1$s t SET tags = ARRAY(SELECT tag FROM unnest(t.tags) AS tag WHERE lower(tag) <> ALL(b.tags))
                FROM (SELECT subject_id, array_agg(substr(key, 5)) AS tags FROM taken_back
                      WHERE added AND other IS NULL AND key LIKE 'tag %%' GROUP BY subject_id) b
                WHERE t.workspace_id = :workspace AND t.id = b.subject_id AND t.import_id IS DISTINCT FROM :import
                """
                        .formatted(kind.table()));
        undo.run(
                """
                DELETE FROM external_id t USING taken_back b
                WHERE %1$s%2$s AND b.key = 'id ' || t.scope || '|' || t.external_id
                  AND (SELECT s.import_id FROM %3$s s WHERE s.workspace_id = :workspace AND s.id = b.subject_id) IS DISTINCT FROM :import
                """
                        .formatted(gone, kind.pointer(), kind.table()));
        postals(undo, kind);
        if (kind == Kind.ACCOUNT) domains(undo, gone);
    }

    private void domains(Undoing undo, String gone) {
        undo.run(
                """
                DELETE FROM account_domain t USING taken_back b
                WHERE %1$saccount_id AND b.key = 'domain ' || t.domain
                  AND (SELECT s.import_id FROM account s WHERE s.workspace_id = :workspace AND s.id = b.subject_id) IS DISTINCT FROM :import
                """
                        .formatted(gone));
    }

    /** Their key is made of their words, which only Java folds. */
    private void postals(Undoing undo, Kind kind) {
        record Postal(UUID id, UUID subject, String key) {}
        List<Postal> there =
                undo.statement(
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
                .param("workspace", undo.viewer().workspace().value())
                .param("ids", there.stream().map(Postal::id).toArray(UUID[]::new))
                .param("subjects", there.stream().map(Postal::subject).toArray(UUID[]::new))
                .param("keys", there.stream().map(Postal::key).toArray(String[]::new))
                .update();
    }
}
