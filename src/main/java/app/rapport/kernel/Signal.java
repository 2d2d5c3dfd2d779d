package app.rapport.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A reason to talk, or to stop talking, to somebody now.
 *
 * @param key names this signal for good within its source, so that a person's verdict stays with it
 * @param why one sentence
 * @param since when it began
 * @param firstStep what to do first, one sentence
 * @param ifIgnored what happens otherwise, one sentence
 * @param weight orders signals of one level, 0 to 1, larger first
 * @param about what it is about besides a person, such as a deal
 */
public record Signal(
        Key key,
        Optional<PersonId> person,
        Optional<AccountId> account,
        Level level,
        String why,
        List<Evidence> evidence,
        Instant since,
        String firstStep,
        String ifIgnored,
        double weight,
        Optional<About> about) {

    public Signal {
        evidence = List.copyOf(evidence);
    }

    /** One that is about people only. */
    public Signal(
            Key key,
            Optional<PersonId> person,
            Optional<AccountId> account,
            Level level,
            String why,
            List<Evidence> evidence,
            Instant since,
            String firstStep,
            String ifIgnored,
            double weight) {
        this(
                key,
                person,
                account,
                level,
                why,
                evidence,
                since,
                firstStep,
                ifIgnored,
                weight,
                Optional.empty());
    }

    /**
     * A thing by its name, and its page.
     *
     * @param first whether looking at it is the first step, rather than writing
     */
    public record About(String name, String href, boolean first) {
        public About(String name, String href) {
            this(name, href, false);
        }
    }

    /**
     * @param source the source's own name, letters only
     * @param name unique within it
     */
    public record Key(String source, String name) {
        @Override
        public String toString() {
            return source + "-" + name;
        }
    }
}
