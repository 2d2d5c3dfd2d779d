package app.rapport.customerbase;

/**
 * A share with its range after Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22 (1927): it holds with few answers and near 0 and 1, where the plain one does
 * not. The value is the plain share.
 */
public final class Proportion {
    private Proportion() {}

    /**
     * @param of at least one
     */
    public static Range range(long hits, long of) {
        if (of < 1 || hits < 0 || hits > of) throw new IllegalArgumentException(hits + " of " + of);
        double p = (double) hits / of;
        double zz = Range.Z * Range.Z;
        double middle = (p + zz / (2 * of)) / (1 + zz / of);
        double half = Range.Z / (1 + zz / of) * Math.sqrt(p * (1 - p) / of + zz / (4.0 * of * of));
        // at the ends rounding may put the value a hair outside
        return new Range(
                p,
                Math.min(p, Math.max(0, middle - half)),
                Math.max(p, Math.min(1, middle + half)));
    }
}
