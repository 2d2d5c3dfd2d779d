package app.rapport.risk;

import app.rapport.risk.model.Exposure;
import app.rapport.risk.model.KnownSum;
import app.rapport.risk.model.LimitUse;
import app.rapport.risk.model.LossLimit;
import app.rapport.risk.model.Noted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The open deals of which a risk is written, as far as the viewer sees them, and the limits of the
 * whole.
 *
 * @param whole whether the viewer sees all deals; else no limit of it is judged by what they see
 */
public record RiskBook(List<DealRisk> deals, List<Noted<LossLimit>> limits, boolean whole) {
    public RiskBook {
        deals = List.copyOf(deals);
        limits = List.copyOf(limits);
    }

    /** The part of the book in one currency: money of different ones is never added up. */
    public record Part(String currency, List<DealRisk> deals, Optional<Noted<LossLimit>> limit) {

        public Exposure exposure() {
            return Exposure.of(
                    deals.stream().flatMap(deal -> deal.sheet().scenarios().stream()).toList());
        }

        public KnownSum spent() {
            return KnownSum.of(deals.stream().map(deal -> deal.sheet().stake().spent()));
        }

        /** At the worst of all together; of deals without a scenario nobody knows. */
        private KnownSum ahead() {
            int written =
                    (int) deals.stream().filter(deal -> deal.sheet().ahead().isPresent()).count();
            return new KnownSum(exposure().atRisk(), written, deals.size() - written);
        }

        public BigDecimal chosen() {
            return sum(deal -> deal.sheet().chosen());
        }

        /** What its deals might lose one by one: more than the whole where they exclude it. */
        public BigDecimal oneByOne() {
            return sum(deal -> deal.sheet().exposure().atRisk());
        }

        private BigDecimal sum(Function<DealRisk, BigDecimal> of) {
            return deals.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        public Optional<LimitUse> use() {
            return limit.map(one -> use(one.body().amount()));
        }

        public LimitUse use(BigDecimal amount) {
            return new LimitUse(amount, spent(), chosen(), ahead());
        }
    }

    /** By currency; also where there is a limit and no deal yet. */
    public List<Part> parts() {
        TreeSet<String> currencies = new TreeSet<>();
        deals.forEach(deal -> currencies.add(deal.currency()));
        limits.forEach(limit -> currencies.add(limit.body().currency()));
        List<Part> parts = new ArrayList<>();
        for (String currency : currencies) parts.add(part(currency));
        return parts;
    }

    public Part part(String currency) {
        return new Part(
                currency,
                deals.stream().filter(deal -> deal.currency().equals(currency)).toList(),
                limits.stream()
                        .filter(limit -> limit.body().currency().equals(currency))
                        .findFirst());
    }
}
