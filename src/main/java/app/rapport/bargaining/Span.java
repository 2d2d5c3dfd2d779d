package app.rapport.bargaining;

/** A number that is known to lie between two others; the two are one where it is known. */
public record Span(double low, double high) {
    public Span {
        if (!(low <= high)) throw new IllegalArgumentException(low + " is not below " + high);
    }

    public static Span of(double value) {
        return new Span(value, value);
    }

    public double middle() {
        return low + (high - low) / 2;
    }

    public double width() {
        return high - low;
    }

    public boolean sure() {
        return low == high;
    }

    public boolean holds(double value) {
        return value >= low && value <= high;
    }
}
