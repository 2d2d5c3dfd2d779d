package app.rapport.bargaining;

/**
 * When two utilities are the same. Sums of doubles taken in another order differ in their last
 * digits, so that ties would look like trades. All comparisons of this room therefore use one
 * measure: utilities that differ by no more than {@value #SAME} of the largest one (of 1 where all
 * are smaller) are equal. BigDecimal was not taken: weights such as 0.333 are rounded before they
 * reach us, so that exact sums would tell apart what was meant to tie.
 */
final class Tolerance {
    /** Utilities this near are one. */
    static final double SAME = 1e-9;

    /** What sums err by on the way; thousands of such steps stay below {@link #SAME}. */
    static final double NOISE = 1e-13;

    /** Measures of two points this near tie; sums of the same parts differ by far less. */
    static final double TIE = 1e-12;

    private Tolerance() {}

    /** The largest utility in question, at least 1. */
    static double scale(Utility... sides) {
        double scale = 1;
        for (Utility side : sides)
            scale = Math.max(scale, Math.max(Math.abs(side.highest()), Math.abs(side.lowest())));
        return scale;
    }
}
