package app.rapport.promises;

import app.rapport.access.Refused;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Wording;
import app.rapport.promises.store.PromiseRows;
import app.rapport.promises.store.WordingRows;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words of a promise or task: a slip is mended, and what was said before is kept. What was
 * promised, to whom and by when stays as it was.
 */
@Service
public class Wordings {
    private static final int LONGEST = 500;

    private final PromiseRows promises;
    private final WordingRows rows;
    private final Clock clock;

    Wordings(PromiseRows promises, WordingRows rows, Clock clock) {
        this.promises = promises;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @throws Refused when that is no line that can be kept
     */
    static String checked(String typed, String field) {
        String what = typed.replace('\0', ' ').strip(); // which PostgreSQL keeps nowhere
        if (what.isEmpty()) throw new Refused(field, "Say what is promised");
        if (what.length() > LONGEST)
            throw new Refused(field, "One line is enough: " + LONGEST + " letters at most");
        return what;
    }

    /** What it said before, newest first; nothing for whoever may not read what it says. */
    public List<Wording> of(Viewer viewer, Promise promise) {
        return promise.what().isEmpty() ? List.of() : rows.of(viewer, promise.id());
    }

    /**
     * Says it otherwise.
     *
     * @return by what it is taken back; empty where it says so already, or there is none to be read
     */
    @Transactional
    public Optional<UUID> say(Viewer viewer, UUID id, String typed) {
        String what = checked(typed, "what");
        promises.lock(viewer, id);
        return promises.one(viewer, id)
                .map(Promise::what)
                .filter(said -> !said.isEmpty() && !said.equals(what))
                .map(said -> {
                    Wording before = new Wording(Uuid7.next(), said, clock.instant());
                    rows.add(viewer, id, before);
                    rows.say(viewer, id, what);
                    return before.id();
                });
    }

    /** Says again what it said before; false where it was worded otherwise since. */
    @Transactional
    public boolean takeBack(Viewer viewer, UUID id, UUID wording) {
        promises.lock(viewer, id);
        Optional<Wording> newest =
                promises.one(viewer, id).stream()
                        .flatMap(promise -> of(viewer, promise).stream())
                        .findFirst()
                        .filter(one -> one.id().equals(wording));
        newest.ifPresent(one -> {
            rows.say(viewer, id, one.said());
            rows.remove(viewer, id, wording);
        });
        return newest.isPresent();
    }
}
