package app.rapport.people.store;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The column of when somebody was last in touch; one statement for any number of people. */
@Repository
public class LastTouchTimes {
    private final JdbcClient jdbc;

    LastTouchTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Two who set the times of the same people at once wait for each other: both lock them in the
     * order of their ids.
     *
     * @param among whose time is set; never where {@code last} has none for them
     */
    public void set(Viewer viewer, Set<PersonId> among, Map<PersonId, Instant> last) {
        PersonId[] people = among.toArray(PersonId[]::new);
        UUID[] ids = new UUID[people.length];
        String[] times = new String[people.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = people[i].value();
            Instant at = last.get(people[i]);
            times[i] = at == null ? "-infinity" : at.toString();
        }
        jdbc.sql(
                        """
                        UPDATE contact c SET last_touch_at = told.at
                        FROM (SELECT o.id, given.at
                              FROM unnest(:ids::uuid[], :times::text[]::timestamptz[]) AS given (id, at)
                              JOIN contact o ON o.workspace_id = :workspace AND o.id = given.id AND o.last_touch_at <> given.at
                              ORDER BY o.id FOR NO KEY UPDATE OF o) told
                        WHERE c.workspace_id = :workspace AND c.id = told.id AND c.last_touch_at <> told.at
                        """)
                .param("workspace", viewer.workspace().value())
                .param("ids", ids)
                .param("times", times)
                .update();
    }

    /** Those of these people who were ever in touch, and when. */
    public Map<PersonId, Instant> of(Viewer viewer, Collection<PersonId> people) {
        return read(
                jdbc.sql(
                                """
                                SELECT id, last_touch_at FROM contact
                                WHERE workspace_id = :workspace AND id = ANY(:people) AND last_touch_at > '-infinity'
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param(
                                "people",
                                people.stream().map(PersonId::value).toArray(UUID[]::new)));
    }

    /** Everybody who was ever in touch, and when. */
    public Map<PersonId, Instant> all(Viewer viewer) {
        return read(
                jdbc.sql(
                                "SELECT id, last_touch_at FROM contact WHERE workspace_id = :workspace AND last_touch_at > '-infinity'")
                        .param("workspace", viewer.workspace().value()));
    }

    private static Map<PersonId, Instant> read(JdbcClient.StatementSpec statement) {
        Map<PersonId, Instant> read = new HashMap<>();
        statement.query(row -> {
            read.put(
                    new PersonId(row.getObject("id", UUID.class)),
                    row.getObject("last_touch_at", OffsetDateTime.class).toInstant());
        });
        return read;
    }
}
