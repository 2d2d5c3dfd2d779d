package app.rapport.demo;

import app.rapport.calls.BusinessCases;
import app.rapport.calls.CaseOf;
import app.rapport.calls.model.BusinessCase;
import app.rapport.calls.model.CaseBenefit;
import app.rapport.calls.model.CaseCost;
import app.rapport.calls.model.CaseCost.Bearer;
import app.rapport.calls.model.Span;
import app.rapport.calls.model.Timing;
import app.rapport.deals.DealId;
import app.rapport.demo.model.Deed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Business cases of the play. */
@Component
class CaseDeeds {
    private final BusinessCases cases;

    CaseDeeds(BusinessCases cases) {
        this.cases = cases;
    }

    void reckon(Known known, Deed.Reckoned deed) {
        cases.add(
                known.seller(deed.done()),
                new CaseOf.OfDeal(new DealId(known.named("deal " + deed.deal()))),
                content(deed.benefitsTo()));
    }

    private static BusinessCase content(String owner) {
        return new BusinessCase(
                "Nine days between changes",
                "Changes every fourth day, half an hour each, and nobody dares them at night",
                "EUR",
                3,
                Optional.of(BigDecimal.valueOf(6)),
                List.of(
                        cost(
                                "Housings and first cartridges",
                                Bearer.US,
                                18_400,
                                18_400,
                                Timing.AT_THE_START),
                        cost("Cartridges", Bearer.US, 9_000, 11_000, Timing.EACH_YEAR),
                        cost(
                                "Two days of their fitters",
                                Bearer.THEMSELVES,
                                1_800,
                                2_600,
                                Timing.AT_THE_START),
                        cost(
                                "Training of the night shift",
                                Bearer.THEMSELVES,
                                600,
                                900,
                                Timing.AT_THE_START)),
                List.of(
                        benefit(
                                "Half as many changes",
                                owner,
                                21_000,
                                26_000,
                                90,
                                "Their pressure log, two weeks of trial"),
                        benefit(
                                "No stop at night",
                                owner,
                                6_000,
                                14_000,
                                60,
                                "What an hour of standing cost last year")));
    }

    private static CaseCost cost(String name, Bearer bearer, long low, long high, Timing timing) {
        return new CaseCost(name, bearer, span(low, high), timing, "");
    }

    private static CaseBenefit benefit(
            String name, String owner, long low, long high, int certainty, String basis) {
        return new CaseBenefit(
                name, owner, span(low, high), Timing.EACH_YEAR, Optional.of(certainty), basis);
    }

    private static Optional<Span> span(long low, long high) {
        return Optional.of(new Span(BigDecimal.valueOf(low), BigDecimal.valueOf(high)));
    }
}
