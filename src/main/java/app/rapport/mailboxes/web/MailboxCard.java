package app.rapport.mailboxes.web;

import app.rapport.mailboxes.Mailboxes.View;
import app.rapport.mailboxes.model.FolderCount;
import app.rapport.mailboxes.model.FolderRole;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.ui.Numbers;
import app.rapport.ui.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One mailbox: how it is and how much of it is here; drawn again while it is read.
 *
 * @param now as of when it is drawn
 */
public record MailboxCard(View view, Instant now) implements Page {
    private static final Duration LATE = Duration.ofMinutes(15);

    public String path() {
        return MailboxController.HERE + "/" + view.mailbox().id();
    }

    public Mailbox box() {
        return view.mailbox();
    }

    public boolean paused() {
        return box().state() == Mailbox.State.PAUSED;
    }

    public boolean stopped() {
        return box().state() == Mailbox.State.STOPPED;
    }

    /** Nothing of it was ever chosen to be read. */
    public boolean unchosen() {
        return paused() && box().syncedAt().isEmpty() && view.progress().read() == 0;
    }

    /** Whether it is read right now, or about to be. */
    public boolean live() {
        boolean asked =
                box().askedAt().isPresent()
                        && box().syncedAt().filter(box().askedAt().get()::isBefore).isEmpty();
        return box().state() == Mailbox.State.ACTIVE
                && box().trouble().isEmpty()
                && (box().syncedAt().isEmpty() || asked || view.toCome() > 0);
    }

    public boolean first() {
        return live() && (box().syncedAt().isEmpty() || view.toCome() > 0);
    }

    public long here() {
        return chosen().stream().mapToLong(folder -> folder.here() + folder.setAside()).sum();
    }

    public long onServer() {
        return chosen().stream().mapToLong(FolderCount::onServer).sum();
    }

    /** Nearly all is never all. */
    public String percent() {
        return String.valueOf(onServer() == 0 ? 0 : Math.min(99, here() * 100 / onServer()));
    }

    /** How fast it goes and how long it still takes. */
    public String pace() {
        long rate = view.progress().perSecond(now);
        String words =
                Numbers.count(here()) + " of " + Numbers.count(onServer()) + " messages are here";
        if (rate < 1 || view.toCome() == 0) return words;
        return words
                + " · "
                + Numbers.count(rate)
                + " a second · "
                + left(view.toCome() / rate)
                + " left";
    }

    private static String left(long seconds) {
        if (seconds < 90) return Math.max(1, seconds) + " s";
        long minutes = Math.round(seconds / 60.0);
        return minutes < 90 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    public List<FolderCount> chosen() {
        return view.folders().stream().filter(FolderCount::chosen).toList();
    }

    public boolean late() {
        return box().syncedAt().filter(at -> at.isBefore(now.minus(LATE))).isPresent();
    }

    /** What explains the numbers of a folder. */
    public String remarks(FolderCount folder) {
        List<String> remarks = new ArrayList<>();
        if (folder.older() > 0)
            remarks.add(
                    Numbers.count(folder.older()) + " older than the day from which on is read");
        if (folder.gone() > 0)
            remarks.add(
                    Numbers.count(folder.gone())
                            + " deleted or moved on the server since; what was said stays here");
        if (folder.gap() > 0)
            remarks.add(
                    Numbers.count(folder.gap())
                            + (folder.gap() == folder.mended()
                                    ? " were missing here and are mended"
                                    : " were found missing, "
                                            + Numbers.count(folder.mended())
                                            + " are mended"));
        if (folder.role() == FolderRole.JUNK || folder.role() == FolderRole.DRAFTS)
            remarks.add("kept, and no talks");
        return String.join("; ", remarks);
    }
}
