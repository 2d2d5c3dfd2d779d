package app.rapport.exchange.model;

import java.util.Optional;
import java.util.UUID;

/** What became of one item of a file. */
public record ItemResult(String source, String position, Became became) {

    /** How an item ended. */
    public sealed interface Became {
        /**
         * @param subject touch, contact or account
         */
        record Stored(UUID subject) implements Became {}

        record AlreadyKnown(UUID subject) implements Became {}

        /**
         * Kept whole until its room comes.
         *
         * @param touched whether it also became touches that are new
         */
        record Kept(String kind, String record, byte[] digest, boolean touched) implements Became {
            public UUID id() {
                return UUID.nameUUIDFromBytes(digest);
            }
        }

        /**
         * @param reason one sentence for the person who brought it
         * @param raw digest of its kept original
         */
        record SetAside(String reason, Optional<byte[]> raw) implements Became {}
    }
}
