package app.rapport.promises;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.Promise;
import app.rapport.promises.store.PromiseLists;
import app.rapport.promises.store.TaskRows;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Promises, and tasks that are done, page by page.
 *
 * <p>All throw {@link app.rapport.kernel.Cursor.Foreign} for a cursor that their list did not give.
 */
@Service
public class PromisePages {
    private final PromiseLists lists;
    private final TaskRows tasks;

    PromisePages(PromiseLists lists, TaskRows tasks) {
        this.lists = lists;
        this.tasks = tasks;
    }

    /** The viewer's own to keep or to wait for, by when they are due. */
    public Slice<Promise> open(Viewer viewer, String cursor, int most) {
        List<Promise> found = lists.open(viewer, Places.given(cursor), most + 1);
        return Slice.of(found, most, Places::text);
    }

    /** The viewer's own that are settled, the latest first. */
    public Slice<Promise> settled(Viewer viewer, String cursor, int most) {
        List<Promise> found = lists.settled(viewer, PlaceInTime.read(cursor), most + 1);
        return Slice.of(found, most, one -> settled(viewer, one));
    }

    /** With one person, the newest first. */
    public Slice<Promise> with(Viewer viewer, PersonId person, String cursor, int most) {
        List<Promise> found = lists.with(viewer, person, PlaceInTime.read(cursor), most + 1);
        return Slice.of(found, most, one -> new PlaceInTime(one.madeAt(), one.id()).text());
    }

    /** Tasks that are done or let go, the latest first. */
    public Slice<Promise> tasksDone(Viewer viewer, String cursor, int most) {
        List<Promise> found = tasks.settled(viewer, PlaceInTime.read(cursor), most + 1);
        return Slice.of(found, most, one -> settled(viewer, one));
    }

    private static String settled(Viewer viewer, Promise one) {
        return new PlaceInTime(one.settledAt(viewer.zone()).orElseThrow(), one.id()).text();
    }
}
