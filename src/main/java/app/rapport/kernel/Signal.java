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
        double weight) {

    public Signal {
        evidence = List.copyOf(evidence);
    }

    /**
     * @param source the source's own name, letters only; @param name unique within it
     */
    public record Key(String source, String name) {
        @Override
        public String toString() {
            return source + "-" + name;
        }
    }
}
