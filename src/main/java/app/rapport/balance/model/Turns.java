package app.rapport.balance.model;

import app.rapport.kernel.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What writing and talking took each side. The weights: {@code docs/balance.md}. */
public final class Turns {
    private static final Duration QUICK = Duration.ofDays(1);
    private static final Duration FORGOTTEN = Duration.ofDays(30);
    private static final int LONG = 1_000;
    private static final double MORE = .5;

    private Turns() {}

    /** From whom it came; a meeting is both sides' time. */
    public enum From {
        US,
        THEM,
        BOTH
    }

    /**
     * @param written a mail or letter, else a talk
     * @param letters how much was written; 0 where the viewer may not read it
     * @param newPeople how many others came in by it who were never heard of before
     */
    public record Turn(
            TouchId touch, Instant at, From from, boolean written, int letters, int newPeople) {}

    /**
     * @param turns with one person, oldest first
     */
    public static List<Effort> efforts(List<Turn> turns) {
        List<Effort> efforts = new ArrayList<>();
        Turn before = null;
        for (Turn turn : turns) {
            efforts.add(effort(turn, before));
            before = turn;
        }
        return efforts;
    }

    private static Effort effort(Turn turn, @Nullable Turn before) {
        if (turn.from() == From.BOTH)
            return entry(turn, 1.5, 1.5, "A talk: both sides gave their time");
        boolean ours = turn.from() == From.US;
        double points = turn.written() ? 1 : 2;
        StringBuilder reason = new StringBuilder(ours ? "We " : "They ");
        if (turn.written() && isAgain(turn, before)) {
            points += MORE;
            reason.append("wrote again, without an answer in between");
        } else if (turn.written() && isQuickAnswer(turn, before)) {
            points += MORE;
            reason.append("answered within a day");
        } else reason.append(turn.written() ? "wrote" : "called");
        if (turn.letters() > LONG) {
            points += MORE;
            reason.append(", at length");
        }
        if (turn.newPeople() > 0) {
            points += 1;
            reason.append(", and brought in somebody new");
        }
        return entry(turn, ours ? points : 0, ours ? 0 : points, reason.toString());
    }

    private static boolean isAgain(Turn turn, @Nullable Turn before) {
        return before != null
                && before.from() == turn.from()
                && before.at().isAfter(turn.at().minus(FORGOTTEN));
    }

    private static boolean isQuickAnswer(Turn turn, @Nullable Turn before) {
        return before != null
                && before.from() != turn.from()
                && before.from() != From.BOTH
                && before.at().isAfter(turn.at().minus(QUICK));
    }

    private static Effort entry(Turn turn, double ours, double theirs, String reason) {
        return new Effort(
                "touch-" + turn.touch(),
                turn.at(),
                ours,
                theirs,
                reason,
                "/touches/" + turn.touch());
    }
}
