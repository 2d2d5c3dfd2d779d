package app.rapport.promises.web;

import app.rapport.promises.model.Step;
import app.rapport.promises.model.Wording;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One promise with its history, as a page or in the drawer.
 *
 * @param wordings what it said before
 * @param view where one goes on once something became of it; empty for where it belongs
 */
public record PromisePage(
        PromiseLine line,
        Optional<TaskBox> task,
        List<Wording> wordings,
        String view,
        Wrong wrong,
        boolean drawer)
        implements Page {
    public static String words(Step step) {
        return switch (step.kind()) {
            case RENEGOTIATED -> "moved to another day";
            case WAITING -> "waits for the other side";
            case RESUMED -> "open again";
            case GIVEN -> "given to somebody else";
            case UNDONE -> "the step before was taken back";
            case MADE, KEPT, BROKEN, WITHDRAWN -> step.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
