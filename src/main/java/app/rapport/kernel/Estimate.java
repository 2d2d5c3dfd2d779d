package app.rapport.kernel;

/**
 * A value that a rule concluded, with its uncertainty; or the honest answer that it is not known
 * yet.
 */
public sealed interface Estimate {
    /** Value within a 90 % range, all in the same unit. */
    record Known(double value, double low, double high) implements Estimate {
        public Known {
            if (!(low <= value && value <= high)) {
                throw new IllegalArgumentException(value + " is not within " + low + ".." + high);
            }
        }
    }

    /**
     * @param missing what would make it known, one sentence
     */
    record NotKnownYet(String missing) implements Estimate {}
}
