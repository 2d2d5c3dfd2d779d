package app.rapport.risk.model;

import java.util.Optional;

/**
 * What a seller dared, and how it went: their own, until they share it.
 *
 * @param step why it was a small step beyond what they are used to
 */
public record OwnRisk(String what, String step, Optional<Went> went, String learned)
        implements RiskItem {

    public enum Went {
        BETTER("better than feared"),
        AS_EXPECTED("as expected"),
        WORSE("worse than expected");

        private final String words;

        Went(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    @Override
    public String words() {
        return what + went.map(one -> ", went " + one.words()).orElse("");
    }
}
