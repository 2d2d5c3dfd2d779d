package app.rapport.bargaining;

import java.util.Arrays;

/** One option for each issue, by their places in the domain. */
public final class Outcome {
    private final int[] options;

    public Outcome(int... options) {
        this.options = options.clone();
    }

    public int option(int issue) {
        return options[issue];
    }

    public int size() {
        return options.length;
    }

    /** The same but for one issue. */
    public Outcome with(int issue, int option) {
        Outcome other = new Outcome(options);
        other.options[issue] = option;
        return other;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outcome outcome && Arrays.equals(options, outcome.options);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(options);
    }

    @Override
    public String toString() {
        return Arrays.toString(options);
    }
}
