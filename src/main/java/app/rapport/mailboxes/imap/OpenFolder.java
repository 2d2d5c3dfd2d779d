package app.rapport.mailboxes.imap;

import app.rapport.mailboxes.model.Uids;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * A folder that is open to read. Commands go out by hand where the library would keep an object for
 * each message: a folder may hold a million.
 */
public final class OpenFolder implements AutoCloseable {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

    private final ImapSession session;
    private final IMAPFolder folder;

    OpenFolder(ImapSession session, IMAPFolder folder) {
        this.session = session;
        this.folder = folder;
    }

    /** What there is to fetch. */
    public record Sized(long uid, long bytes) {}

    /**
     * A message as it lies on the server.
     *
     * @param refusal what the server said instead of giving it out
     */
    public record Fetched(long uid, byte[] content, boolean draft, Optional<String> refusal) {}

    public long uidValidity() {
        return session.told(folder::getUIDValidity);
    }

    public long messages() {
        return session.told(folder::getMessageCount);
    }

    /**
     * Numbers of messages, sorted.
     *
     * @param from the least that is wanted
     * @param since none that came before that day
     */
    public long[] search(long from, Optional<LocalDate> since) {
        String query =
                "UID SEARCH UID "
                        + Math.max(1, from)
                        + ":*"
                        + since.map(day -> " SINCE " + DAY.format(day)).orElse("");
        LongStream.Builder found = LongStream.builder();
        for (Response response : command(query)) {
            if (!(response instanceof IMAPResponse data) || !data.keyEquals("SEARCH")) continue;
            for (long uid = data.readLong(); uid != -1; uid = data.readLong()) found.add(uid);
        }
        // "*" names the last message also where it is below the least wanted
        return found.build().filter(uid -> uid >= from).sorted().distinct().toArray();
    }

    public List<Sized> sizes(long[] uids) {
        List<Sized> sizes = new ArrayList<>();
        for (FetchResponse one : fetched(uids, "UID RFC822.SIZE")) {
            RFC822SIZE size = one.getItem(RFC822SIZE.class);
            if (size != null) sizes.add(new Sized(uid(one), size.size));
        }
        return sizes;
    }

    /** Whole messages; those that are gone meanwhile are left out. */
    public List<Fetched> fetch(long[] uids) {
        return take(uids, "UID FLAGS BODY.PEEK[]");
    }

    /** Their headers only. */
    public List<Fetched> heads(long[] uids) {
        return take(uids, "UID FLAGS BODY.PEEK[HEADER]");
    }

    private List<Fetched> take(long[] uids, String items) {
        if (uids.length == 0) return List.of();
        try {
            return fetched(uids, items).stream()
                    .filter(one -> one.getItem(BODY.class) != null)
                    .map(OpenFolder::whole)
                    .toList();
        } catch (Refusal refused) {
            if (uids.length > 1)
                return Arrays.stream(uids)
                        .boxed()
                        .flatMap(uid -> take(new long[] {uid}, items).stream())
                        .toList();
            return List.of(new Fetched(uids[0], new byte[0], false, Optional.of(refused.words)));
        }
    }

    private static Fetched whole(FetchResponse one) {
        ByteArray body = one.getItem(BODY.class).getByteArray();
        FLAGS flags = one.getItem(FLAGS.class);
        return new Fetched(
                uid(one),
                body == null ? new byte[0] : body.getNewBytes(),
                flags != null && flags.contains(Flags.Flag.DRAFT),
                Optional.empty());
    }

    private static long uid(FetchResponse one) {
        UID uid = one.getItem(UID.class);
        return uid == null ? 0 : uid.uid;
    }

    private List<FetchResponse> fetched(long[] uids, String items) {
        List<FetchResponse> responses = new ArrayList<>();
        for (Response response : command("UID FETCH " + Uids.set(uids) + " (" + items + ")"))
            if (response instanceof FetchResponse one && uid(one) > 0) responses.add(one);
        return responses;
    }

    private Response[] command(String words) {
        return session.told(() -> (Response[]) folder.doCommand(line -> answered(line, words)));
    }

    private static Response[] answered(IMAPProtocol line, String words) throws ProtocolException {
        Response[] responses = line.command(words, null);
        Response last = responses[responses.length - 1];
        try {
            line.handleResult(last);
        } catch (CommandFailedException e) {
            if (words.startsWith("UID FETCH") && Troubles.concernsMessages(e.getMessage()))
                throw new Refusal(String.valueOf(e.getMessage()));
            throw e;
        }
        return responses;
    }

    /** The server has a message and cannot give it out. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String words;

        Refusal(String words) {
            super(words);
            this.words = words;
        }
    }

    /** Waits until the server tells of something, somebody wakes us, or that time is over. */
    public void awaitNews(Duration most, Semaphore wakes) {
        // what the server tells while the idling begins ends nothing by itself
        folder.addMessageCountListener(new Counted(wakes));
        Thread alarm = Thread.ofVirtual().name("idle-alarm").start(() -> end(most, wakes));
        try {
            session.told(() -> {
                folder.idle(true);
                return true;
            });
        } finally {
            alarm.interrupt();
        }
    }

    /** Messages came or went. */
    private static final class Counted extends MessageCountAdapter {
        private final Semaphore wakes;

        Counted(Semaphore wakes) {
            this.wakes = wakes;
        }

        @Override
        public void messagesAdded(MessageCountEvent e) {
            wakes.release();
        }

        @Override
        public void messagesRemoved(MessageCountEvent e) {
            wakes.release();
        }
    }

    /** Any command ends the idling; again and again, for one may come before the idling began. */
    private void end(Duration most, Semaphore wakes) {
        try {
            boolean woken = wakes.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
            while (folder.isOpen()) {
                folder.doCommandIgnoreFailure(line -> {
                    line.noop();
                    return woken;
                });
                Thread.sleep(500);
            }
        } catch (InterruptedException | MessagingException e) {
            Thread.currentThread().interrupt(); // it idles no more
        }
    }

    @Override
    public void close() {
        try {
            if (folder.isOpen()) folder.close(false);
        } catch (MessagingException | IllegalStateException e) {
            // the line is gone, and the folder with it
        }
    }
}
