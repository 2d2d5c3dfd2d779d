package app.rapport.calls;

import app.rapport.calls.model.SentAhead;
import app.rapport.calls.store.LogRows;
import app.rapport.kernel.Viewer;
import org.springframework.stereotype.Service;

/** Whether a plan that is sent ahead does any good, as far as our own talks can tell. */
@Service
public class PlansSentAhead {
    private final LogRows logs;

    PlansSentAhead(LogRows logs) {
        this.logs = logs;
    }

    public SentAhead figures(Viewer viewer) {
        return logs.sentAhead(viewer);
    }
}
