package app.rapport.negotiations.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** "Would you give this for that?", and what was answered. */
public record TradeOff(UUID id, Move give, Move get, Answer answer) {
    /** An issue that goes from one option to another. */
    public record Move(UUID issue, String from, String to) {}

    /** Whether it would be given. */
    public enum Answer {
        YES,
        NO,
        SAME;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Answer> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
        }
    }
}
