package app.rapport.conversations.answers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a member taught by deciding about earlier signals: the chance that a sender's mails want an
 * answer moves in log-odds with each verdict, and who is no person to talk to is not shown again.
 * The steps are a prior of ours: two "no answer wanted" take about six sevenths of a small chance.
 */
public final class Lessons {
    private static final double MOST = 2.5;
    private static final int ENOUGH_TO_STAY_SILENT = 2;

    private final Map<String, Double> shifts = new HashMap<>();
    private final Map<String, Integer> quietNotNeeded = new HashMap<>();
    private final Set<String> noPersons = new HashSet<>();

    /** What was said about a signal; the step is for answers, in log-odds. */
    public enum Said {
        DONE(.3),
        NO_ANSWER_WANTED(-1),
        NOT_FOR_ME(-.7),
        NO_PERSON(0),
        OTHER(-.4);

        private final double step;

        Said(double step) {
            this.step = step;
        }

        /** By the reason that a person gave; the offered ones are known, others are a mild no. */
        public static Said of(String reason) {
            String words = reason.toLowerCase(Locale.ROOT);
            if (words.contains("no answer")) return NO_ANSWER_WANTED;
            if (words.contains("not for me")) return NOT_FOR_ME;
            return words.contains("not a person") ? NO_PERSON : OTHER;
        }
    }

    /**
     * @param source of the signal
     * @param address of whom it was, lower case
     */
    public record Lesson(String source, String address, Said said) {}

    public Lessons(List<Lesson> lessons) {
        lessons.forEach(this::learn);
    }

    private void learn(Lesson lesson) {
        if (lesson.said() == Said.NO_PERSON) noPersons.add(lesson.address());
        else if (lesson.source().equals("answer"))
            shifts.merge(lesson.address(), lesson.said().step, Double::sum);
        else if (lesson.said() != Said.DONE)
            quietNotNeeded.merge(lesson.address(), 1, Integer::sum);
    }

    /** The strength of a sender's mail in the light of the lessons. */
    public double taught(String sender, double strength) {
        if (noPersons.contains(sender)) return 0;
        double shift = Math.clamp(shifts.getOrDefault(sender, 0.0), -MOST, MOST);
        if (shift == 0 || strength <= 0) return strength;
        double odds = strength / Math.max(1e-9, 1 - strength) * Math.exp(shift);
        return odds / (1 + odds);
    }

    /** Whether somebody's silence is to be left alone: said twice, or no person at all. */
    public boolean leavesAlone(String address) {
        return noPersons.contains(address)
                || quietNotNeeded.getOrDefault(address, 0) >= ENOUGH_TO_STAY_SILENT;
    }
}
