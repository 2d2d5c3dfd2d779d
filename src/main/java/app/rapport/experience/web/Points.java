package app.rapport.experience.web;

import java.util.Locale;

/** Points as pages say them. */
final class Points {
    private Points() {}

    /** "+9", "−14": whole. */
    static String whole(double points) {
        long rounded = Math.round(points);
        return sign((double) rounded) + Math.abs(rounded);
    }

    /** "+0.3", "−2.5". */
    static String exact(double points) {
        double rounded = Math.round(points * 10) / 10.0;
        return sign(rounded) + String.format(Locale.ROOT, "%.1f", Math.abs(rounded));
    }

    private static String sign(double value) {
        return value == 0 ? "" : value > 0 ? "+" : "−";
    }
}
