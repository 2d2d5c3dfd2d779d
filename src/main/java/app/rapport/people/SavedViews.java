package app.rapport.people;

import app.rapport.access.Refused;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.PeopleQuery;
import app.rapport.people.store.ViewRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of people kept under a name, and the columns that each member last chose. */
@Service
public class SavedViews {
    private static final int LONGEST = 60;

    private final ViewRows rows;
    private final Clock clock;

    SavedViews(ViewRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The viewer's own and those that are shared, by name. */
    @Transactional(readOnly = true)
    public List<SavedView> all(Viewer viewer) {
        return rows.all(viewer);
    }

    /**
     * Keeps the list as it is. One's own view of that name gives way to it; undo brings that back.
     *
     * @throws Refused when the name cannot be used
     */
    @Transactional
    public SavedView save(Viewer viewer, String name, PeopleQuery query, boolean shared) {
        SavedView view = new SavedView(Uuid7.next(), named(name), query, shared, true);
        Instant at = now();
        rows.giveWay(viewer, view.name(), at);
        rows.add(viewer, view, at);
        return view;
    }

    /** Whether there was such a view; what it had replaced is there again. */
    @Transactional
    public boolean undoSave(Viewer viewer, UUID id) {
        return rows.takeAway(viewer, id);
    }

    /**
     * Whether the viewer has such a view.
     *
     * @throws Refused when the name cannot be used
     */
    @Transactional
    public boolean change(Viewer viewer, UUID id, String name, boolean shared) {
        String read = named(name);
        if (rows.nameTaken(viewer, id, read))
            throw new Refused("name", "You have a view of that name already");
        return rows.change(viewer, id, read, shared);
    }

    /** Whether the viewer has such a view. */
    @Transactional
    public boolean delete(Viewer viewer, UUID id) {
        return rows.delete(viewer, id, now());
    }

    /**
     * Whether the viewer deleted such a view.
     *
     * @throws Refused when another of theirs has its name by now
     */
    @Transactional
    public boolean restore(Viewer viewer, UUID id) {
        if (rows.deletedName(viewer, id)
                .filter(name -> rows.nameTaken(viewer, id, name))
                .isPresent()) throw new Refused("name", "You have a view of that name already");
        return rows.restore(viewer, id);
    }

    private static String named(String typed) {
        String name = typed.strip().replaceAll("\\s+", " ");
        if (name.isEmpty()) throw new Refused("name", "Give the view a name");
        if (name.length() > LONGEST) throw new Refused("name", "The name is too long");
        return name;
    }

    /** Empty where nobody chose any. */
    public List<String> columns(Viewer viewer) {
        return rows.columns(viewer);
    }

    @Transactional
    public void choose(Viewer viewer, List<String> columns) {
        rows.choose(viewer, columns);
    }

    private Instant now() {
        return clock.instant();
    }
}
