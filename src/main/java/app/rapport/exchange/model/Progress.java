package app.rapport.exchange.model;

import app.rapport.kernel.ImportId;
import java.time.Instant;
import java.util.Optional;

/** How far an import is. */
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
        Optional<Instant> finishedAt) {

    public enum State {
        WAITING,
        MAPPING,
        RUNNING,
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
}
