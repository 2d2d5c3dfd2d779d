package app.rapport.exchange.web;

import app.rapport.exchange.model.Progress;
import app.rapport.ui.Page;
import java.util.List;

/**
 * All of a member's imports.
 *
 * @param now those that go on or wait, and the newest
 * @param earlier the others
 */
public record ImportsPage(List<ImportCard> now, List<Progress> earlier) implements Page {
    public String state(Progress progress) {
        return StateWords.of(progress.state());
    }
}
