package app.rapport.exchange.model;

import app.rapport.kernel.ImportId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far an import is.
 *
 * @param pace empty while nothing was begun
 * @param usSaid whether somebody has said here who is us
 */
public record Progress(
        ImportId id,
        String title,
        State state,
        long bytesTotal,
        long bytesDone,
        long read,
        long stored,
        long alreadyKnown,
        long setAside,
        long contactsCreated,
        long contactsUpdated,
        long accountsCreated,
        long accountsUpdated,
        Optional<String> failure,
        Instant createdAt,
        Optional<Instant> finishedAt,
        Optional<Pace> pace,
        boolean usSaid) {

    public enum State {
        WAITING,
        MAPPING,
        RUNNING,
        /** Begun, and read by nobody any more: its program ended before it did. */
        STOPPED,
        PAUSED,
        DONE,
        FAILED,
        CANCELLED,
        UNDONE;

        public static State of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public boolean active() {
            return this == WAITING || this == RUNNING;
        }
    }

    public int percent() {
        return bytesTotal == 0 ? 0 : (int) Math.min(100, bytesDone * 100 / bytesTotal);
    }

    /** How many items there are in all, judged by the bytes that are read; empty while unknown. */
    public OptionalLong about() {
        if (read == 0 || bytesDone == 0 || bytesDone >= bytesTotal) return OptionalLong.empty();
        return OptionalLong.of(Math.round((double) read * bytesTotal / bytesDone));
    }

    /** Items a second since it was begun, or went on. */
    public long perSecond(Instant now) {
        return pace.map(going ->
                        Math.round(
                                (read - going.readBefore())
                                        / going.seconds(finishedAt.orElse(now))))
                .orElse(0L);
    }

    /** How long it still takes at this pace; empty while nobody can tell. */
    public Optional<Duration> left(Instant now) {
        return pace.filter(going -> bytesDone > going.bytesBefore() && bytesDone < bytesTotal)
                .map(going ->
                        Duration.ofMillis(
                                Math.round(
                                        1000
                                                * going.seconds(now)
                                                * (bytesTotal - bytesDone)
                                                / (bytesDone - going.bytesBefore()))));
    }
}
