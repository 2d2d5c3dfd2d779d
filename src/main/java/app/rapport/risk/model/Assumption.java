package app.rapport.risk.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a deal rests on.
 *
 * @param test how one finds out
 * @param by when
 * @param found what the test showed; empty while it was not made
 */
public record Assumption(String what, String test, Optional<LocalDate> by, Optional<Finding> found)
        implements RiskItem {

    public record Finding(boolean holds, String words, LocalDate on) {}

    public boolean isDue(LocalDate today) {
        return found.isEmpty() && by.filter(day -> !day.isAfter(today)).isPresent();
    }

    public Assumption tested(Finding finding) {
        return new Assumption(what, test, by, Optional.of(finding));
    }

    @Override
    public String words() {
        return what
                + found.map(one -> one.holds() ? ", holds" : ", does not hold")
                        .orElse(by.map(day -> ", to test by " + RiskItem.day(day)).orElse(""));
    }
}
