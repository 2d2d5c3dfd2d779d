package app.rapport.balance.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Until when one waits after going one's own part: twice what they usually take to come back, two
 * weeks at least and six at most, from our last word.
 */
public final class Pause {
    private static final Duration LEAST = Duration.ofDays(14);
    private static final Duration MOST = Duration.ofDays(42);

    private Pause() {}

    /** Empty where the last word is not ours: then it is for us to speak. */
    public static Optional<LocalDate> until(List<Turns.Turn> turns, ZoneId zone) {
        if (turns.isEmpty() || turns.getLast().from() != Turns.From.US) return Optional.empty();
        Duration wait = usual(turns).multipliedBy(2);
        Duration within = wait.compareTo(LEAST) < 0 ? LEAST : wait;
        Instant end = turns.getLast().at().plus(within.compareTo(MOST) > 0 ? MOST : within);
        return Optional.of(LocalDate.ofInstant(end, zone));
    }

    /** The middle of their waits. */
    private static Duration usual(List<Turns.Turn> turns) {
        List<Duration> waits = new ArrayList<>();
        for (int i = 1; i < turns.size(); i++)
            if (turns.get(i).from() == Turns.From.THEM && turns.get(i - 1).from() == Turns.From.US)
                waits.add(Duration.between(turns.get(i - 1).at(), turns.get(i).at()));
        waits.sort(null);
        return waits.isEmpty() ? Duration.ZERO : waits.get(waits.size() / 2);
    }
}
