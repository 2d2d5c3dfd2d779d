package app.rapport.calls.model;

import app.rapport.listening.dates.Due;
import java.util.Locale;
import java.util.Optional;

/**
 * What was found in notes, to be accepted or not.
 *
 * @param words as they stand there, without a mark
 * @param start of the words in the notes, {@code end} exclusive
 * @param who promises, where a name says so; else empty
 */
public record Found(Kind kind, String words, int start, int end, Optional<Due> due, String who) {

    /** Named as they are stored. */
    public enum Kind {
        OUR_PROMISE("We promise"),
        THEIR_PROMISE("They promise"),
        NEED("Need"),
        NEED_SENSED("Need, suspected"),
        HESITATION("Hesitation"),
        QUESTION("Open question"),
        DATE("Day");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public boolean isPromise() {
            return this == OUR_PROMISE || this == THEIR_PROMISE;
        }
    }

    /** The same words of the same kind are the same, wherever they stand; it holds none of them. */
    public String place() {
        String plain = words.toLowerCase(Locale.ROOT).replaceAll("\\W+", " ").strip();
        long hash = 1_125_899_906_842_597L;
        for (int i = 0; i < plain.length(); i++) hash = 31 * hash + plain.charAt(i);
        return kind.name().toLowerCase(Locale.ROOT) + "-" + Long.toHexString(hash);
    }
}
