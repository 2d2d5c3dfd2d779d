package app.rapport.promises.model;

import app.rapport.kernel.Evidence;
import app.rapport.kernel.PersonId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A thank-you that one of us owes somebody.
 *
 * @param subject the touch that it is for, or the favour that a person recorded
 * @param evidence the words of it; empty for what a person recorded
 * @param words what a person recorded; empty for what was found
 */
public record ThanksOwed(
        Kind kind,
        UUID subject,
        PersonId person,
        Optional<Evidence> evidence,
        String words,
        Instant since) {

    /** What the thanks are for. */
    public enum Kind {
        INTRODUCTION("introduced you to somebody", "the introduction"),
        REFERRAL("passed your name on", "the recommendation"),
        MEETING("gave you their time in a meeting", "the meeting"),
        FAVOUR("did you a favour", "the favour"),
        CONTRACT("gave you the contract", "the contract");

        private final String deed;
        private final String thing;

        Kind(String deed, String thing) {
            this.deed = deed;
            this.thing = thing;
        }

        /** "introduced you to somebody". */
        public String deed() {
            return deed;
        }

        /** "the introduction". */
        public String thing() {
            return thing;
        }

        /** As it is stored and asked for. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String key) {
            for (Kind kind : values()) if (kind.key().equals(key)) return Optional.of(kind);
            return Optional.empty();
        }
    }
}
