package app.rapport.negotiations.model.table;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A warning at the moment, or a tactic that the record fits.
 *
 * @param reason what it is concluded from
 * @param say a sentence to say
 * @param ask what to ask for in return, where that is known
 */
public record Caution(Sign sign, String reason, String say, Optional<Ask> ask) {
    Caution(Sign sign, String reason, String say) {
        this(sign, reason, say, Optional.empty());
    }

    /** An option of an issue that would pay for what is given. */
    public record Ask(UUID issue, String name, String option) {}

    /** What it is a sign of. */
    public sealed interface Sign permits Warning, Tactic {
        /** As it is kept. */
        String key();

        String title();

        /** Whether the literature names it as something that the other side does on purpose. */
        default boolean isTactic() {
            return this instanceof Tactic;
        }

        static Optional<Sign> of(String key) {
            return Stream.<Sign>concat(
                            Arrays.stream(Warning.values()), Arrays.stream(Tactic.values()))
                    .filter(sign -> sign.key().equals(key))
                    .findFirst();
        }
    }
}
