package app.rapport.mailboxes;

import app.rapport.exchange.MailFeed;
import app.rapport.exchange.model.BatchResult;
import app.rapport.exchange.model.ItemResult;
import app.rapport.exchange.model.ItemResult.Became;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.imap.ImapSession;
import app.rapport.mailboxes.imap.OpenFolder;
import app.rapport.mailboxes.imap.OpenFolder.Fetched;
import app.rapport.mailboxes.imap.OpenFolder.Sized;
import app.rapport.mailboxes.model.Folder;
import app.rapport.mailboxes.model.Folder.Standing;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.model.Uids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One folder on its way in, the newest messages first. Each batch is one transaction with its
 * counts and the numbers of its messages: cut short at any moment, the next reading finds what is
 * missing, none lost, none twice.
 */
final class FolderReading {
    private static final int BATCH = 250;
    private static final long BATCH_BYTES = 16 << 20;
    private static final long LONGEST = 50 << 20;
    private static final int SMALL = 20_000;
    private static final String TOO_LONG =
            "The message is larger than 50 MB, more than mail servers take. Save its attachments yourself";

    private final MailboxReading desk;
    private final Viewer viewer;
    private final Mailbox box;
    private final Holder holder;
    private final ImapSession session;
    private Folder folder;
    private int brought;
    private int vanished;

    FolderReading(
            MailboxReading desk,
            Viewer viewer,
            Mailbox box,
            Holder holder,
            ImapSession session,
            Folder folder) {
        this.desk = desk;
        this.viewer = viewer;
        this.box = box;
        this.holder = holder;
        this.session = session;
        this.folder = folder;
    }

    /**
     * Brings in what is missing.
     *
     * @param compare whether to compare every message, however it stands
     * @return how many messages were read
     */
    int read(boolean compare) {
        Standing standing = session.standing(folder.name());
        if (!compare && folder.isAsLeft(standing)) return 0;
        try (OpenFolder open = session.examine(folder.name())) {
            renumber(open.uidValidity());
            boolean whole = compare || folder.lastUid() == 0;
            if (whole || !onlyGrew(open, standing)) compareAll(open, standing);
        }
        return brought;
    }

    private void renumber(long uidValidity) {
        if (uidValidity == folder.uidValidity()) return;
        desk.transaction()
                .executeWithoutResult(
                        _ -> desk.folders().renumbered(viewer, box.id(), folder, uidValidity));
        folder =
                new Folder(
                        folder.number(),
                        folder.name(),
                        folder.role(),
                        true,
                        uidValidity,
                        0,
                        new Standing(uidValidity, 0, 0, 0),
                        0);
    }

    /**
     * Reads what is newer than all that was read; false when that does not explain how many
     * messages there are, so that all have to be compared.
     */
    private boolean onlyGrew(OpenFolder open, Standing standing) {
        long[] fresh = open.search(folder.lastUid() + 1, box.since());
        long expected = folder.standing().messages() + fresh.length;
        boolean explained = standing.messages() == expected;
        if (!explained && folder.wanted() <= SMALL) return false;
        bring(open, fresh, _ -> {});
        done(fresh, standing, folder.wanted() + fresh.length);
        return true;
    }

    private void compareAll(OpenFolder open, Standing standing) {
        long[] there = open.search(1, box.since());
        long[] here = desk.messages().here(viewer, box.id(), folder);
        long[] missing = Uids.without(there, here);
        long gap = Arrays.stream(missing).filter(uid -> uid <= folder.lastUid()).count();
        desk.transaction()
                .executeWithoutResult(_ -> {
                    desk.messages().gone(viewer, box.id(), folder, Uids.without(here, there));
                    desk.folders()
                            .wanted(viewer, box.id(), folder, there.length, standing.messages());
                    if (gap > 0)
                        desk.folders()
                                .gap(viewer, box.id(), folder, (int) gap, desk.clock().instant());
                });
        if (missing.length > BATCH) desk.feed().going(viewer, box.record());
        bring(open, missing, uids -> mended(uids, gap));
        done(there, standing, there.length);
        desk.folders().compared(viewer, box.id(), folder, desk.clock().instant());
    }

    private void mended(List<Long> uids, long gap) {
        long old = uids.stream().filter(uid -> uid <= folder.lastUid()).count();
        if (gap > 0 && old > 0) desk.folders().mended(viewer, box.id(), folder, (int) old);
    }

    private void done(long[] there, Standing standing, long wanted) {
        long last = there.length == 0 ? standing.uidNext() - 1 : there[there.length - 1];
        long least = Math.max(1, last); // an empty folder was read to its end, too
        desk.folders().readTo(viewer, box.id(), folder, least, standing, wanted - vanished);
    }

    /** Told the numbers of a batch, in its transaction. */
    private interface Stored {
        void these(List<Long> uids);
    }

    private void bring(OpenFolder open, long[] missing, Stored stored) {
        for (int to = missing.length; to > 0; to -= BATCH) {
            long[] batch = Arrays.copyOfRange(missing, Math.max(0, to - BATCH), to);
            vanished += batch.length;
            for (List<Sized> part : parts(open.sizes(batch)))
                desk.handle(() -> part(open, part, stored));
        }
    }

    private static List<List<Sized>> parts(List<Sized> batch) {
        List<List<Sized>> parts = new ArrayList<>();
        long bytes = 0;
        for (Sized one : batch) {
            if (parts.isEmpty() || bytes + one.bytes() > BATCH_BYTES) {
                parts.add(new ArrayList<>());
                bytes = 0;
            }
            parts.getLast().add(one);
            bytes += one.bytes();
        }
        return parts;
    }

    private void part(OpenFolder open, List<Sized> part, Stored stored) {
        holder.check();
        Map<Long, Long> sizes = new HashMap<>();
        part.forEach(one -> sizes.put(one.uid(), one.bytes()));
        List<Fetched> fetched = new ArrayList<>();
        fetched.addAll(open.heads(uids(part, true)));
        fetched.addAll(open.fetch(uids(part, false)));
        if (fetched.isEmpty()) return;
        List<Long> numbers = fetched.stream().map(Fetched::uid).toList();
        List<MailFeed.Message> messages =
                fetched.stream()
                        .map(one -> message(one, sizes.getOrDefault(one.uid(), 0L)))
                        .toList();
        desk.store(() -> {
            BatchResult result = desk.feed().bring(viewer, box.record(), messages);
            desk.messages()
                    .here(
                            viewer,
                            box.id(),
                            folder,
                            numbers,
                            result.results().stream().map(FolderReading::touch).toList());
            stored.these(numbers);
            desk.mailboxes().owesConclusion(viewer, box.id(), true);
            holder.renew();
        });
        brought += numbers.size();
        vanished -= numbers.size();
        holder.progressed();
    }

    private static long[] uids(List<Sized> part, boolean tooLong) {
        return part.stream()
                .filter(one -> one.bytes() > LONGEST == tooLong)
                .mapToLong(Sized::uid)
                .sorted()
                .toArray();
    }

    private MailFeed.Message message(Fetched one, long bytes) {
        String place = "uid " + one.uid();
        if (one.refusal().isPresent())
            return MailFeed.Message.refused(
                    folder.name(),
                    place,
                    one.content(),
                    "The mail server does not give it out: " + one.refusal().get());
        if (bytes > LONGEST)
            return MailFeed.Message.refused(folder.name(), place, one.content(), TOO_LONG);
        List<String> labels = one.draft() ? List.of("Drafts") : folder.role().labels();
        return MailFeed.Message.of(folder.name(), place, one.content(), labels);
    }

    private static Optional<UUID> touch(ItemResult result) {
        return switch (result.became()) {
            case Became.Stored(UUID touch) -> Optional.of(touch);
            case Became.AlreadyKnown(UUID touch) -> Optional.of(touch);
            case Became.Kept _, Became.SetAside _ -> Optional.empty();
        };
    }
}
