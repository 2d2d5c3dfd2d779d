package app.rapport.negotiations.model.table;

import app.rapport.bargaining.Span;

/**
 * What a package is worth, in points from 0 to 100. While issues are not named yet it lies between
 * their worst and their best.
 *
 * @param ours exact for a whole package
 * @param theirs by what we believe
 * @param likely the middle of what we believe
 */
public record Value(Span ours, Span theirs, double likely) {
    public double middle() {
        return ours.middle();
    }
}
