package app.rapport.conversations.answers;

import app.rapport.conversations.answers.AskedWords.Manner;
import app.rapport.kernel.Excerpt;
import java.util.Optional;

/** Why a mail waits, in one sentence about this very mail: what was asked, in its own words. */
public final class WaitingWords {
    private static final int QUOTED = 150;

    private WaitingWords() {}

    /**
     * @param habit what else spoke for it, half a sentence
     * @param recipients everybody in To and Cc, the reader included
     */
    public static String why(
            String replyText, Optional<AskedWords> asked, String habit, int recipients) {
        return asked.map(words ->
                        opening(words.manner(), recipients)
                                + ": “"
                                + quoted(replyText.substring(words.start(), words.end()))
                                + "”")
                .orElse(habit + ".");
    }

    private static String opening(Manner manner, int recipients) {
        String whom =
                switch (recipients) {
                    case 0, 1 -> "you alone";
                    case 2 -> "you and one other";
                    default -> "you and " + (recipients - 1) + " others";
                };
        return manner == Manner.WISH ? "Wants something of " + whom : "Asks " + whom;
    }

    private static String quoted(String sentence) {
        return Excerpt.line(sentence, QUOTED);
    }

    public static String firstStep(Optional<AskedWords> asked) {
        if (asked.isEmpty())
            return "Read it, and say in one line that it came; or mark it as not needed.";
        return switch (asked.get().manner()) {
            case QUESTION -> "Answer the question; two lines are enough, or say when you will.";
            case REQUEST -> "Do it or say when you will; two lines are enough.";
            case WISH -> "Say whether and when; two lines are enough.";
        };
    }

    /**
     * @param workingDays that have passed since it came
     */
    public static String ifIgnored(long workingDays, Optional<AskedWords> asked) {
        String wait =
                workingDays <= 0
                        ? "It came today"
                        : workingDays == 1
                                ? "The wait is one working day"
                                : "The wait is " + workingDays + " working days";
        return asked.isPresent()
                ? wait + "; they ask elsewhere, or again."
                : wait + "; nothing breaks, but nobody says that it arrived.";
    }
}
