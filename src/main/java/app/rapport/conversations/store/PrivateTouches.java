package app.rapport.conversations.store;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which touches are private: derived from what their owners say of the addresses on them, and their
 * calendars of meetings.
 */
@Repository
public class PrivateTouches {
    /** Whether some owner keeps {@code t}, or an address on it, to themselves. */
    private static final String KEPT =
            """
            (EXISTS (SELECT FROM touch_owner o WHERE o.workspace_id = t.workspace_id AND o.touch_id = t.id AND o.secret)
             OR EXISTS (SELECT FROM touch_owner o
                    JOIN private_address a ON a.workspace_id = o.workspace_id AND a.member_id = o.member_id
                    JOIN touch_party p ON p.workspace_id = o.workspace_id AND p.touch_id = o.touch_id
                    WHERE o.workspace_id = t.workspace_id AND o.touch_id = t.id
                      AND (p.address_key = a.address_key
                           OR split_part(p.address_key, '@', 2) = a.address_key
                           OR right(split_part(p.address_key, '@', 2), length(a.address_key) + 1) = '.' || a.address_key)))
            """;

    private final JdbcClient jdbc;

    PrivateTouches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks at these, which may be new or have a new owner. */
    public void mark(Viewer viewer, Collection<TouchId> touches) {
        jdbc.sql(
                        "UPDATE touch t SET private = true WHERE t.workspace_id = :workspace AND t.id = ANY(:touches) AND NOT t.private AND "
                                + KEPT)
                .param("workspace", viewer.workspace().value())
                .param("touches", touches.stream().map(TouchId::value).toArray(UUID[]::new))
                .update();
    }

    /**
     * Looks at all of the member's, after they said something else about addresses.
     *
     * @return the people on touches that changed
     */
    public Set<PersonId> markAll(Viewer viewer) {
        Set<PersonId> people = new HashSet<>(open(viewer));
        people.addAll(
                changed(
                        viewer,
                        """
                        UPDATE touch t SET private = true
                        WHERE t.workspace_id = :workspace AND NOT t.private AND t.id IN (
                          SELECT p.touch_id FROM private_address a
                          JOIN touch_party p ON p.workspace_id = a.workspace_id AND p.address_key = a.address_key
                          WHERE a.workspace_id = :workspace AND a.member_id = :member AND a.address_key LIKE '%@%'
                          UNION ALL
                          SELECT p.touch_id FROM private_address a
                          JOIN touch_party p ON p.workspace_id = a.workspace_id
                            AND (split_part(p.address_key, '@', 2) = a.address_key
                                 OR right(split_part(p.address_key, '@', 2), length(a.address_key) + 1) = '.' || a.address_key)
                          WHERE a.workspace_id = :workspace AND a.member_id = :member AND a.address_key NOT LIKE '%@%')
                          AND in_archive(t.workspace_id, t.id, :member)
                        RETURNING t.id
                        """));
        return people;
    }

    /**
     * Lets go of those that no owner keeps any more.
     *
     * @return the people on them
     */
    public Set<PersonId> open(Viewer viewer) {
        return changed(
                viewer,
                "UPDATE touch t SET private = false WHERE t.workspace_id = :workspace AND t.private AND NOT "
                        + KEPT
                        + "RETURNING t.id");
    }

    /** Lets go of those of these that no owner keeps any more. */
    public void open(Viewer viewer, Collection<TouchId> touches) {
        jdbc.sql(
                        "UPDATE touch t SET private = false WHERE t.workspace_id = :workspace AND t.id = ANY(:touches) AND t.private AND NOT "
                                + KEPT)
                .param("workspace", viewer.workspace().value())
                .param("touches", touches.stream().map(TouchId::value).toArray(UUID[]::new))
                .update();
    }

    private Set<PersonId> changed(Viewer viewer, String update) {
        return Set.copyOf(
                jdbc.sql(
                                "WITH changed AS ("
                                        + update
                                        + """
                                        )
                                        SELECT DISTINCT p.person_id FROM changed
                                        JOIN touch_party p ON p.workspace_id = :workspace AND p.touch_id = changed.id
                                        WHERE p.person_id IS NOT NULL
                                        """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                        .list());
    }
}
