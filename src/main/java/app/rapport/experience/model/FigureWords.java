package app.rapport.experience.model;

import app.rapport.customerbase.Range;
import java.util.Locale;

/** Figures as people read them: the value, and its range behind it. */
public final class FigureWords {
    private FigureWords() {}

    /** "62% (48 to 74)". */
    public static String percent(Range share) {
        return Math.round(100 * share.value())
                + "% ("
                + Math.round(100 * share.low())
                + " to "
                + Math.round(100 * share.high())
                + ")";
    }

    /** "−23 (−29 to −17)" for the Net Promoter Score, "4.2 (3.9 to 4.5)" for a mean. */
    public static String main(Measure measure, Range range) {
        return number(measure, range.value())
                + " ("
                + number(measure, range.low())
                + " to "
                + number(measure, range.high())
                + ")";
    }

    private static String number(Measure measure, double value) {
        if (measure != Measure.NPS) return String.format(Locale.ROOT, "%.1f", value);
        long rounded = Math.round(value);
        return rounded < 0 ? "−" + -rounded : String.valueOf(rounded);
    }
}
