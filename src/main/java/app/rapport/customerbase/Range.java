package app.rapport.customerbase;

/** A value with the range that holds what it estimates in 90 of 100 samples. */
public record Range(double value, double low, double high) {
    /** Of the normal distribution, 95 % below it: 5 % are left out at each end. */
    static final double Z = 1.6448536269514722;

    public Range {
        if (!(low <= value && value <= high))
            throw new IllegalArgumentException(value + " is not within " + low + ".." + high);
    }

    /** A range whose middle is drawn inward; it holds the value all the same. */
    static Range around(double value, double middle, double half) {
        return new Range(value, Math.min(value, middle - half), Math.max(value, middle + half));
    }

    Range within(double least, double most) {
        return new Range(value, Math.max(low, least), Math.min(high, most));
    }
}
