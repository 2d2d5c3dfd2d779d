package app.rapport.risk.web;

import app.rapport.kernel.MemberId;
import app.rapport.risk.DealRisk;
import app.rapport.risk.RiskBook;
import app.rapport.risk.model.Uncertainty;
import app.rapport.ui.Page;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What all open deals together may cost, and how much may be lost at all.
 *
 * @param silent of how many open deals nobody wrote what may be lost
 */
public record RiskPage(RiskBook book, long silent, Map<MemberId, String> members, Typed typed)
        implements Page {

    /** The heaviest first. */
    public List<DealRisk> deals(RiskBook.Part part) {
        return part.deals().stream()
                .sorted(
                        Comparator.comparing((DealRisk deal) -> total(deal))
                                .reversed()
                                .thenComparing(deal -> deal.deal().name()))
                .toList();
    }

    private static BigDecimal total(DealRisk deal) {
        return deal.sheet().use(BigDecimal.ZERO).used();
    }

    /** Causes on which more than one outcome or deal hangs, the worst first. */
    public List<Uncertainty> causes(RiskBook.Part part) {
        return part.exposure().parts().stream()
                .filter(one -> !one.cause().isBlank())
                .sorted(Comparator.comparing(Uncertainty::worst))
                .toList();
    }

    public Scale scale(RiskBook.Part part) {
        return Scale.of(
                Stream.of(
                                Stream.of(part.exposure().worst(), part.exposure().best()),
                                part.deals().stream().map(deal -> deal.sheet().exposure().worst()),
                                part.deals().stream().map(deal -> deal.sheet().exposure().best()),
                                causes(part).stream()
                                        .flatMap(one -> one.outcomes().stream())
                                        .map(Uncertainty.Outcome::result))
                        .flatMap(one -> one));
    }

    public boolean isEmpty() {
        return book.deals().isEmpty() && book.limits().isEmpty();
    }

    @Override
    public int status() {
        return typed.wrong().any() ? 422 : 200;
    }
}
