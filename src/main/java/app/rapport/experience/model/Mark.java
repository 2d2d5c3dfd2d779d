package app.rapport.experience.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * How one of us says it was for them.
 *
 * @param words why, empty where nobody said
 * @param by name of the member
 */
public record Mark(UUID id, Feeling feeling, String words, String by, Instant at) {
    /** Named as they are stored. */
    public enum Feeling {
        DELIGHTED("Delighted", 18),
        PLEASED("Pleased", 9),
        ANNOYED("Annoyed", -9),
        HURT("Hurt", -18);

        private final String words;
        private final int points;

        Feeling(String words, int points) {
            this.words = words;
            this.points = points;
        }

        public String words() {
            return words;
        }

        public int points() {
            return points;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Optional<Feeling> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
        }
    }

    public String reason() {
        String felt = feeling.words() + ", says " + by;
        return words.isEmpty() ? felt : felt + ": " + words;
    }
}
