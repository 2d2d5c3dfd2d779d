package app.rapport.people.store;

import app.rapport.database.Conditions;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.Deed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Changes any number of people in one statement that writes their history too. People are locked in
 * the order of their ids, so that two such changes wait for each other instead of locking up.
 */
@Repository
public class BulkRows {
    private final JdbcClient jdbc;

    BulkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Bulk(UUID id, Deed deed, Instant at) {}

    /** How many are meant, counted no further than {@code most}. */
    public long reach(Conditions chosen, long most) {
        return jdbc.sql(
                        "SELECT count(*) FROM (SELECT FROM contact c WHERE %s LIMIT :most) meant"
                                .formatted(chosen.sql()))
                .params(chosen.values())
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** How many are other than before. */
    public int change(Viewer viewer, Bulk bulk, Conditions chosen) {
        BulkWords words = BulkWords.of(bulk.deed());
        int changed =
                jdbc.sql(
                                words.in(
                                        """
                                        WITH chosen AS MATERIALIZED (
                                          SELECT c.id, {text} AS before FROM contact c
                                          WHERE {chosen} AND {other}
                                          ORDER BY c.id FOR UPDATE),
                                        changed AS (
                                          UPDATE contact c SET {set}, updated_at = :at FROM chosen
                                          WHERE c.workspace_id = :workspace AND c.id = chosen.id
                                          RETURNING c.id, chosen.before, {text} AS after)
                                        INSERT INTO field_change (workspace_id, id, subject_id, field, old_value, new_value, at, member_id, bulk_id)
                                        SELECT :workspace, gen_random_uuid(), id, :field, before, after, :at, :member, :bulk FROM changed
                                        """
                                                .replace("{chosen}", chosen.sql())))
                        .params(chosen.values())
                        .param("workspace", viewer.workspace().value())
                        .param("value", bulk.deed().value())
                        .param("field", bulk.deed().field())
                        .param("member", viewer.member().value())
                        .param("at", utc(bulk.at()))
                        .param("bulk", bulk.id())
                        .update();
        if (bulk.deed() instanceof Deed.Delete) dropWords(viewer, bulk.id());
        return changed;
    }

    private void dropWords(Viewer viewer, UUID bulk) {
        jdbc.sql(
                        """
                        DELETE FROM contact_search s USING field_change f
                        WHERE f.workspace_id = :workspace AND f.bulk_id = :bulk
                          AND s.workspace_id = f.workspace_id AND s.contact_id = f.subject_id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("bulk", bulk)
                .update();
    }

    public void keep(Viewer viewer, Bulk bulk, int people) {
        jdbc.sql(
                        """
                        INSERT INTO bulk_change (workspace_id, id, member_id, deed, value, people, at)
                        VALUES (:workspace, :id, :member, :deed, :value, :people, :at)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", bulk.id())
                .param("member", viewer.member().value())
                .param("deed", bulk.deed().word())
                .param("value", bulk.deed().value())
                .param("people", people)
                .param("at", utc(bulk.at()))
                .update();
    }

    public record Kept(Bulk bulk, int people) {}

    /** The viewer's own change, once: a second undo finds nothing to do. */
    public Optional<Kept> close(Viewer viewer, UUID id, Instant at) {
        return jdbc.sql(
                        """
                        UPDATE bulk_change SET undone_at = :at
                        WHERE workspace_id = :workspace AND id = :id AND member_id = :member AND undone_at IS NULL
                        RETURNING deed, value, people, at
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .param("member", viewer.member().value())
                .param("at", utc(at))
                .query((row, _) ->
                        new Kept(
                                new Bulk(
                                        id,
                                        Deed.read(
                                                row.getString("deed"),
                                                row.getString("value"),
                                                row.getString("value")),
                                        row.getObject("at", OffsetDateTime.class).toInstant()),
                                row.getInt("people")))
                .optional();
    }

    /** Those who are as before. */
    public List<PersonId> undo(Viewer viewer, Bulk bulk, Instant at) {
        BulkWords words = BulkWords.of(bulk.deed());
        return jdbc.sql(
                        words.in(
                                """
                                WITH found AS MATERIALIZED (
                                  SELECT c.id, {text} AS standing, f.old_value, f.new_value
                                  FROM field_change f
                                  JOIN contact c ON c.workspace_id = f.workspace_id AND c.id = f.subject_id
                                  WHERE f.workspace_id = :workspace AND f.bulk_id = :bulk AND {mine}
                                  ORDER BY c.id FOR UPDATE OF c),
                                back AS (
                                  UPDATE contact c SET {back}, updated_at = :at FROM found
                                  WHERE c.workspace_id = :workspace AND c.id = found.id
                                  RETURNING c.id, found.standing, {text} AS after)
                                INSERT INTO field_change (workspace_id, id, subject_id, field, old_value, new_value, at, member_id)
                                SELECT :workspace, gen_random_uuid(), id, :field, standing, after, :at, :member
                                FROM back WHERE standing <> after
                                RETURNING subject_id
                                """))
                .param("workspace", viewer.workspace().value())
                .param("bulk", bulk.id())
                .param("value", bulk.deed().value())
                .param("field", bulk.deed().field())
                .param("member", viewer.member().value())
                .param("at", utc(at))
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
