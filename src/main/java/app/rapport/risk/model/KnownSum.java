package app.rapport.risk.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sum of what is known. What nobody noted is left out of it, and never taken for nothing.
 *
 * @param counted how many amounts it is the sum of
 * @param leftOut how many nobody knows
 */
public record KnownSum(BigDecimal amount, int counted, int leftOut) {
    public KnownSum {
        amount = Money.plain(amount);
    }

    public static KnownSum of(Stream<Optional<BigDecimal>> amounts) {
        List<Optional<BigDecimal>> all = amounts.toList();
        List<BigDecimal> known = all.stream().flatMap(Optional::stream).toList();
        return new KnownSum(
                known.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                known.size(),
                all.size() - known.size());
    }

    static KnownSum of(Optional<BigDecimal> amount) {
        return of(Stream.of(amount));
    }

    public Optional<BigDecimal> known() {
        return counted == 0 ? Optional.empty() : Optional.of(amount);
    }

    /** "of 2 of 5 deals" that are left out; empty of a single one. */
    String where() {
        int all = counted + leftOut;
        return all == 1 ? "" : " in " + leftOut + " of " + all + " deals";
    }
}
