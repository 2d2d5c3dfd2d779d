package app.rapport.negotiations.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The price waits: it is not put on the table until value, needs and criteria are agreed, each with
 * what shows it. Whoever names it before says why.
 *
 * @param ticks what shows each of them
 * @param override why the price does not wait
 */
public record PriceGate(Map<Tick, String> ticks, String override) {
    public PriceGate {
        ticks = Map.copyOf(ticks);
    }

    /** What has to be agreed before the price. */
    public enum Tick {
        VALUE("Value", "They said what it is worth to them"),
        NEEDS("Needs", "They agreed to what they need"),
        CRITERIA("Criteria", "They agreed to how they decide");

        private final String title;
        private final String hint;

        Tick(String title, String hint) {
            this.title = title;
            this.hint = hint;
        }

        public String title() {
            return title;
        }

        public String hint() {
            return hint;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Tick> of(String word) {
            return Arrays.stream(values()).filter(tick -> tick.word().equals(word)).findFirst();
        }
    }

    public List<Tick> missing() {
        return Arrays.stream(Tick.values()).filter(tick -> !ticks.containsKey(tick)).toList();
    }

    public boolean isOpen() {
        return missing().isEmpty() || !override.isBlank();
    }

    /** Why the price may be named, or has to wait. */
    public String words() {
        if (missing().isEmpty())
            return "Value, needs and criteria are agreed: the price may be named.";
        String left =
                missing().stream()
                        .map(tick -> tick.title().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" and "));
        if (!override.isBlank()) return "The price does not wait for " + left + ": " + override;
        return "The price waits until " + left + " are agreed.";
    }
}
