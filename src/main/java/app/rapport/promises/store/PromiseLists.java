package app.rapport.promises.store;

import app.rapport.database.NewestFirst;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.DuePlace;
import app.rapport.promises.model.Promise;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Promises page by page as they stand now; tasks have lists of their own. */
@Repository
public class PromiseLists {
    private static final String PROMISES = PromiseRows.SELECT + " AND p.side <> 'task'";

    private final PromiseRows rows;

    PromiseLists(PromiseRows rows) {
        this.rows = rows;
    }

    /** The member's own that are not settled, by when they are due. */
    public List<Promise> open(Viewer viewer, Optional<DuePlace> after, int most) {
        String beyond =
                after.isPresent()
                        ? " AND (coalesce(p.due_on, 'infinity'::date), p.id) > (coalesce(:day::date, 'infinity'::date), :after)"
                        : "";
        StatementSpec asked =
                rows.asked(
                                viewer,
                                PROMISES
                                        + " AND p.member_id = :member AND p.settled_at IS NULL"
                                        + beyond
                                        + " ORDER BY p.due_on NULLS LAST, p.id LIMIT :most")
                        .param("most", most);
        after.ifPresent(
                from -> asked.param("day", from.due().orElse(null)).param("after", from.id()));
        return rows.found(asked, viewer);
    }

    /** The member's own that are settled, the latest first. */
    public List<Promise> settled(Viewer viewer, PlaceInTime before, int most) {
        return newest(
                rows.asked(
                        viewer,
                        PROMISES
                                + " AND p.member_id = :member AND p.settled_at IS NOT NULL"
                                + NewestFirst.by("p.settled_at", "p.id")),
                viewer,
                before,
                most);
    }

    /** With one person, the newest first. */
    public List<Promise> with(Viewer viewer, PersonId person, PlaceInTime before, int most) {
        return newest(
                rows.asked(
                                viewer,
                                PROMISES
                                        + " AND p.person_id = :person"
                                        + NewestFirst.by("p.made_at", "p.id"))
                        .param("person", person.value()),
                viewer,
                before,
                most);
    }

    private List<Promise> newest(StatementSpec asked, Viewer viewer, PlaceInTime before, int most) {
        return rows.found(NewestFirst.before(asked, before, most), viewer);
    }
}
