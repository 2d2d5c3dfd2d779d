package app.rapport.negotiations.model.table;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A caution as it came up, and what was made of it.
 *
 * @param offer the offer that it was said of
 */
public record NotedCaution(
        UUID id, UUID offer, Caution caution, Instant at, Optional<Answer> answer) {

    /** What whoever sat there made of it. */
    public enum Answer {
        /** The advice was followed. */
        TAKEN,
        /** It was seen, and the offer made all the same. */
        WENT_ON,
        /** The tactic was one. */
        SO,
        /** It was none. */
        NOT_SO;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Answer> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
        }
    }

    public boolean isOpen() {
        return answer.isEmpty();
    }
}
