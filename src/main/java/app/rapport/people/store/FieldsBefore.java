package app.rapport.people.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** What stood in the fields before an import. */
@Repository
class FieldsBefore {
    private final Patches patches;
    private final Clock clock;

    FieldsBefore(Patches patches, Clock clock) {
        this.patches = patches;
        this.clock = clock;
    }

    /** Puts back what stood in each field before. */
    void putBack(Undoing undo, Kind kind) {
        Map<UUID, Map<String, String>> before = new LinkedHashMap<>();
        undo.statement(
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
                undo.viewer(),
                kind,
                back,
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** A later change of the same field now follows on what stood there before this import. */
    void history(Undoing undo) {
        undo.run(
                """
                UPDATE field_change later SET old_value = mine.old_value
                FROM field_change mine
                WHERE mine.workspace_id = :workspace AND mine.import_id = :import
                  AND later.workspace_id = mine.workspace_id AND later.subject_id = mine.subject_id AND later.field = mine.field
                  AND later.old_value = mine.new_value AND (later.at, later.id) > (mine.at, mine.id)
                  AND later.import_id IS DISTINCT FROM mine.import_id
                """);
        undo.run(
                "DELETE FROM field_change WHERE workspace_id = :workspace AND import_id = :import");
    }
}
