package app.rapport.experience.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a company needs.
 *
 * @param heardIn where it was heard, empty where nobody said
 * @param met when it was met
 */
public record Need(
        UUID id,
        Kind kind,
        String words,
        String heardIn,
        String by,
        Instant at,
        Optional<Instant> met) {
    /** Named as they are stored. */
    public enum Kind {
        KNOWN("Known", "they said so"),
        ANTICIPATED("Anticipated", "we foresee it"),
        UNVOICED("Not yet voiced", "they feel it and have not said it");

        private final String words;
        private final String meaning;

        Kind(String words, String meaning) {
            this.words = words;
            this.meaning = meaning;
        }

        public String words() {
            return words;
        }

        public String meaning() {
            return meaning;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
        }
    }
}
