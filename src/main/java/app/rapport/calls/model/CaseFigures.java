package app.rapport.calls.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What a business case comes to, read three ways. Expected: the middle of each range, a benefit
 * weighted by how certain it is. Careful: costs at their highest, and only the benefits that are
 * almost certain, at their lowest. Hopeful: costs at their lowest, every benefit in full, at its
 * highest. What is not known yet is in no sum and is named beside it: a benefit of which nobody
 * said how certain it is in none of the three.
 *
 * @param costsNotKnown costs without an amount
 * @param benefitsNotKnown benefits without an amount, or of which nobody said how certain they are
 */
public record CaseFigures(
        Reading careful,
        Reading expected,
        Reading hopeful,
        List<CaseCost> costsNotKnown,
        List<CaseBenefit> benefitsNotKnown,
        boolean told) {

    /**
     * @param rate as a fraction; empty while not known
     */
    public record Reading(CashFlows costs, CashFlows benefits, OptionalDouble rate) {
        public CashFlows net() {
            return benefits.minus(costs);
        }

        /** What comes back beyond the cost, for each unit of cost; without a cost there is none. */
        public OptionalDouble roi() {
            double cost = costs.total();
            return cost > 0
                    ? OptionalDouble.of((benefits.total() - cost) / cost)
                    : OptionalDouble.empty();
        }

        public OptionalDouble npv() {
            return rate.isPresent()
                    ? OptionalDouble.of(net().npv(rate.getAsDouble()))
                    : OptionalDouble.empty();
        }

        /** Of money that comes before it goes it would be what a loan costs, not what it earns. */
        public OptionalDouble irr() {
            return net().goesFirst() ? net().irr() : OptionalDouble.empty();
        }

        public OptionalDouble payback() {
            return net().payback();
        }

        /** Today's worth where their rate is known, else the plain sum. */
        public double worth() {
            return npv().orElse(net().total());
        }

        /** Of the benefits, what has to come so that nothing is lost; above 1 there is a loss. */
        public OptionalDouble breakEven() {
            double brought = benefits.npv(rate.orElse(0));
            return brought > 0
                    ? OptionalDouble.of(costs.npv(rate.orElse(0)) / brought)
                    : OptionalDouble.empty();
        }
    }

    /** Where there is a cost and a benefit to set against each other. */
    public static CaseFigures of(BusinessCase of) {
        Reading expected = read(of, Span::middle, CaseFigures::likely);
        return new CaseFigures(
                read(of, Span::most, CaseFigures::sure),
                expected,
                read(of, Span::least, CaseFigures::inFull),
                of.costs().stream().filter(line -> line.amount().isEmpty()).toList(),
                of.benefits().stream()
                        .filter(line -> line.amount().isEmpty() || line.certainty().isEmpty())
                        .toList(),
                expected.costs().total() > 0 && expected.benefits().total() > 0);
    }

    private static Reading read(
            BusinessCase of, ToDoubleFunction<Span> cost, ToDoubleFunction<CaseBenefit> benefit) {
        CashFlows brought =
                of.benefits().stream()
                        .map(line -> line.timing().of(benefit.applyAsDouble(line), of.years()))
                        .reduce(new CashFlows(new double[of.years() + 1]), CashFlows::plus);
        return new Reading(of.costFlows(cost), brought, rate(of));
    }

    private static OptionalDouble rate(BusinessCase of) {
        return of.rate()
                .map(percent -> OptionalDouble.of(percent.doubleValue() / 100))
                .orElseGet(OptionalDouble::empty);
    }

    static double likely(CaseBenefit benefit) {
        Optional<Double> middle = benefit.amount().map(Span::middle);
        return middle.orElse(0.0) * benefit.certainty().orElse(0) / 100;
    }

    private static double sure(CaseBenefit benefit) {
        return benefit.almostCertain() ? benefit.amount().map(Span::least).orElse(0.0) : 0;
    }

    private static double inFull(CaseBenefit benefit) {
        return benefit.certainty().isPresent() ? benefit.amount().map(Span::most).orElse(0.0) : 0;
    }

    public boolean complete() {
        return costsNotKnown.isEmpty() && benefitsNotKnown.isEmpty();
    }

    /** All lines with something that is not known yet. */
    public Stream<CaseLine> notKnown() {
        return Stream.concat(costsNotKnown.stream(), benefitsNotKnown.stream());
    }
}
