package app.rapport.mailboxes;

import app.rapport.mailboxes.Mailboxes.View;
import app.rapport.mailboxes.model.FolderCount;
import app.rapport.mailboxes.model.Mailbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox as programs are told of it; what is unknown is null, and the password never comes out.
 *
 * @param state active, paused or stopped
 * @param trouble why it cannot be read, one sentence
 * @param syncedAt nothing before that moment is missing
 * @param checkedAt when every message was last compared with the server's
 * @param totals what it brought since it was connected
 */
public record MailboxReport(
        UUID id,
        String name,
        String host,
        int port,
        String tls,
        String user,
        @Nullable String since,
        String state,
        @Nullable String trouble,
        @Nullable String syncedAt,
        @Nullable String checkedAt,
        Totals totals,
        List<FolderReport> folders) {

    /** {@code read = stored + alreadyKnown + setAside}, always. */
    public record Totals(long read, long stored, long alreadyKnown, long setAside) {
        /** What came since then. */
        public Totals since(Totals before) {
            return new Totals(
                    read - before.read,
                    stored - before.stored,
                    alreadyKnown - before.alreadyKnown,
                    setAside - before.setAside);
        }
    }

    /**
     * How much of a folder is here; {@code onServer = here + setAside + toCome}.
     *
     * @param older on the server, from before the day from which on is read
     * @param gone no longer on the server; their touches stay
     * @param gap how many were found missing when any last were, and how many are here again
     */
    public record FolderReport(
            String name,
            String role,
            boolean chosen,
            long onServer,
            long here,
            long setAside,
            long toCome,
            long older,
            long gone,
            int gap,
            int mended) {}

    public static MailboxReport of(View view) {
        Mailbox box = view.mailbox();
        return new MailboxReport(
                box.id().value(),
                box.name(),
                box.server().host(),
                box.server().port(),
                box.server().security().word(),
                box.server().login(),
                box.since().map(Object::toString).orElse(null),
                box.state().word(),
                box.trouble().orElse(null),
                moment(box.syncedAt()),
                moment(box.checkedAt()),
                new Totals(
                        view.progress().read(),
                        view.progress().stored(),
                        view.progress().alreadyKnown(),
                        view.progress().setAside()),
                view.folders().stream().map(MailboxReport::folder).toList());
    }

    private static @Nullable String moment(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(null);
    }

    private static FolderReport folder(FolderCount folder) {
        return new FolderReport(
                folder.name(),
                folder.role().word(),
                folder.chosen(),
                folder.onServer(),
                folder.here(),
                folder.setAside(),
                folder.toCome(),
                folder.older(),
                folder.gone(),
                folder.gap(),
                folder.mended());
    }
}
