package app.rapport.conversations.model;

import app.rapport.kernel.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long somebody waited for our answers, against what they are used to: the middle of their last
 * waits. What we wrote or said to them after a question answers it; a later mail of theirs that
 * wants nothing settles it.
 */
public final class Waits {
    /** What is told in less than a day is quick, whatever they are used to. */
    private static final Duration QUICK = Duration.ofDays(1);

    /** A weekend in between is no long wait. */
    private static final Duration PATIENCE = Duration.ofDays(4);

    /** What somebody is used to of whom too little is known. */
    private static final Duration UNKNOWN = Duration.ofDays(1);

    /** So far back habits reach. */
    public static final Duration HABIT = Duration.ofDays(180);

    private static final int FEWEST = 3;

    private Waits() {}

    /**
     * @param ours from us to them
     * @param asks of theirs: wants an answer
     */
    public record Beat(TouchId touch, Instant at, boolean ours, boolean asks) {}

    /**
     * @param answered empty while it is open
     * @param usual what they were used to when they asked
     */
    public record Wait(Beat asked, Optional<Beat> answered, Duration usual) {
        public boolean isQuick() {
            return answered.filter(beat ->
                            !lasted(beat.at())
                                    .minus(longer(usual.multipliedBy(2), QUICK))
                                    .isPositive())
                    .isPresent();
        }

        /** From when it was a long one; empty where it had not become one by that moment. */
        public Optional<Instant> longFrom(Instant at) {
            Instant from = asked.at().plus(longer(usual.multipliedBy(3), PATIENCE));
            return answered.map(Beat::at).orElse(at).isAfter(from)
                    ? Optional.of(from)
                    : Optional.empty();
        }

        public Duration lasted(Instant until) {
            return Duration.between(asked.at(), until);
        }
    }

    /**
     * @param beats with one person, oldest first
     */
    public static List<Wait> of(List<Beat> beats) {
        List<Wait> waits = new ArrayList<>();
        Optional<Beat> open = Optional.empty();
        for (Beat beat : beats) {
            if (!beat.ours()) {
                if (!beat.asks()) open = Optional.empty();
                else if (open.isEmpty()) open = Optional.of(beat);
            } else if (open.isPresent()) {
                waits.add(wait(open.get(), Optional.of(beat), waits));
                open = Optional.empty();
            }
        }
        open.ifPresent(asked -> waits.add(wait(asked, Optional.empty(), waits)));
        return waits;
    }

    private static Wait wait(Beat asked, Optional<Beat> answered, List<Wait> before) {
        List<Duration> lately =
                before.stream()
                        .filter(one -> one.asked().at().isAfter(asked.at().minus(HABIT)))
                        .flatMap(one -> one.answered().map(Beat::at).map(one::lasted).stream())
                        .sorted()
                        .toList();
        Duration usual = lately.size() < FEWEST ? UNKNOWN : lately.get(lately.size() / 2);
        return new Wait(asked, answered, usual);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
