package app.rapport.calls.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What it costs them, whoever gets the money. */
public record CaseCost(
        String name, Bearer bearer, Optional<Span> amount, Timing timing, String basis)
        implements CaseLine {

    /** Where the money or the time goes. */
    public enum Bearer {
        US("Paid to us"),
        THEMSELVES("Their own"),
        OTHERS("Paid to others");

        private final String label;

        Bearer(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Bearer> of(String word) {
            return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
        }
    }
}
