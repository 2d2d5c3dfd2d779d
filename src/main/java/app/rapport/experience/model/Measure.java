package app.rapport.experience.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A question of the field with its scale: Net Promoter (Reichheld 2003), satisfaction in five
 * steps, and customer effort in its second form (Dixon, Toman and DeLisi 2013).
 */
public enum Measure {
    NPS(0, 10, 6, 9, "Not at all likely", "Extremely likely", "Would they recommend us?"),
    CSAT(1, 5, 2, 4, "Very dissatisfied", "Very satisfied", "Were they satisfied?"),
    CES(1, 7, 3, 5, "Strongly disagree", "Strongly agree", "Was it easy?");

    private static final int[][] POINTS = {
        {-30, -26, -22, -18, -14, -10, -6, 6, 12, 24, 30},
        {-30, -18, 0, 12, 27},
        {-30, -20, -10, 0, 8, 16, 24}
    };

    private final int lowest;
    private final int highest;
    private final int badUpTo;
    private final int goodFrom;
    private final String worst;
    private final String best;
    private final String title;

    Measure(
            int lowest,
            int highest,
            int badUpTo,
            int goodFrom,
            String worst,
            String best,
            String title) {
        this.lowest = lowest;
        this.highest = highest;
        this.badUpTo = badUpTo;
        this.goodFrom = goodFrom;
        this.worst = worst;
        this.best = best;
        this.title = title;
    }

    public static Optional<Measure> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return highest;
    }

    public String worst() {
        return worst;
    }

    public String best() {
        return best;
    }

    /** For us, in a few words. */
    public String title() {
        return title;
    }

    public boolean has(int rating) {
        return rating >= lowest && rating <= highest;
    }

    /** A detractor, dissatisfied, or in whose eyes it was hard. */
    public boolean isBad(int rating) {
        return rating <= badUpTo;
    }

    /** A promoter, satisfied, or to whom it was easy. */
    public int goodFrom() {
        return goodFrom;
    }

    /** What it counts in the ledger. */
    public double points(int rating) {
        return POINTS[ordinal()][rating - lowest];
    }

    public String question(Occasion occasion) {
        return switch (this) {
            case NPS -> "How likely are you to recommend us to a friend or colleague?";
            case CSAT -> "How satisfied are you with " + occasion.withWhat() + "?";
            case CES -> "You made it easy for me: " + occasion.easyWhat() + ".";
        };
    }

    /** "2 of 5 for the delivery". */
    public String said(int rating, Occasion occasion) {
        String what =
                switch (this) {
                    case NPS -> "recommending us";
                    case CSAT -> occasion.withWhat();
                    case CES ->
                            "how easy it was (" + occasion.words().toLowerCase(Locale.ROOT) + ")";
                };
        return rating + " of " + highest + " for " + what;
    }
}
