package app.rapport.conversations;

import app.rapport.conversations.store.WholeRows;
import app.rapport.kernel.Viewer;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that passed between us and people, for who takes everything along. Rows come by a cursor,
 * which lives in the caller's transaction: memory does not grow with their number.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class WholeArchive {
    private final WholeRows rows;

    WholeArchive(WholeRows rows) {
        this.rows = rows;
    }

    /** Every touch of the workspace; words of mails only where the viewer is an owner. */
    public void touches(Viewer viewer, Consumer<TouchRecord> taker) {
        rows.touches(viewer, taker);
    }

    /** The originals of all mails that lie in the viewer's own archive. */
    public void originals(Viewer viewer, Originals taker) {
        rows.originals(viewer, taker);
    }
}
