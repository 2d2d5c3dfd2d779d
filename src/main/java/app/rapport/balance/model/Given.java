package app.rapport.balance.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody gave that no mail shows, as one of us recorded it.
 *
 * @param by who recorded it
 */
public record Given(UUID id, Kind kind, boolean ours, String words, String by, Instant at) {

    /** Named as they are stored. */
    public enum Kind {
        DISCOUNT("A discount or a better price", 3),
        TRIAL("A trial or samples", 3),
        INTRODUCTION("An introduction or a reference", 3),
        VISIT("A visit or a trip", 2),
        GIFT("A gift or a favour", 2),
        WORK("Figures, papers or work put in", 2),
        MOVED("Fitted in with a meeting that the other side moved", 1);

        private final String words;
        private final double weight;

        Kind(String words, double weight) {
            this.words = words;
            this.weight = weight;
        }

        public String words() {
            return words;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String key) {
            return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
        }
    }

    public Effort effort(String href) {
        String reason =
                (ours ? "From us: " : "From them: ")
                        + kind.words()
                        + (words.isEmpty() ? "" : ", " + words)
                        + " (says "
                        + by
                        + ")";
        return new Effort(
                "given-" + id, at, ours ? kind.weight : 0, ours ? 0 : kind.weight, reason, href);
    }
}
