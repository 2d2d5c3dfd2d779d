package app.rapport.exchange.web;

import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Progress.State;
import app.rapport.ui.Page;

/**
 * One import: how far it is; drawn again each second while it runs.
 *
 * @param about what its files are: "mailbox, 2.4 GB"
 * @param took "in 2 s" once it has ended, else empty
 * @param live how fast it goes and how long it still takes
 * @param us who "us" looks to be, as far as it is to be asked here
 * @param own whether it stands on its own page
 */
public record ImportCard(
        Progress progress,
        String icon,
        String about,
        String took,
        String live,
        UsQuestion us,
        boolean own)
        implements Page {

    public String path() {
        return "/imports/" + progress.id();
    }

    public boolean is(State state) {
        return progress.state() == state;
    }

    public boolean counts() {
        return progress.read() > 0 || progress.pace().isPresent();
    }

    /** Nearly all is never all: the bytes are counted before the last batch is in. */
    public String percent() {
        return String.valueOf(Math.min(99, progress.percent()));
    }

    public String state() {
        return StateWords.of(progress.state());
    }
}
