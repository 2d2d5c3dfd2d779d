package app.rapport.demo;

import app.rapport.deals.DealId;
import app.rapport.demo.model.Deed;
import app.rapport.kernel.Viewer;
import app.rapport.risk.RiskDesk;
import app.rapport.risk.model.Assumption;
import app.rapport.risk.model.Chance;
import app.rapport.risk.model.LossLimit;
import app.rapport.risk.model.RiskItem;
import app.rapport.risk.model.Scenario;
import app.rapport.risk.model.Stake;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What deals of the play may cost. */
@Component
class RiskDeeds {
    private final RiskDesk desk;

    RiskDeeds(RiskDesk desk) {
        this.desk = desk;
    }

    void risk(Known known, Deed.Risked deed) {
        Viewer viewer = known.seller(deed.done());
        DealId deal = new DealId(known.named("deal " + deed.deal()));
        if (deed.done().by() == 0)
            desk.limit(viewer, limit(60_000, "EUR", "A tenth of what the year is to bring"));
        items(deed).forEach(item -> desk.note(viewer, deal, item));
    }

    private static List<RiskItem> items(Deed.Risked deed) {
        return List.of(
                limit(9_000, "", "What the first year brings"),
                new Stake(
                        Optional.of(BigDecimal.valueOf(2_400)),
                        "the trial and two visits",
                        Optional.of(BigDecimal.valueOf(1_100)),
                        "",
                        ""),
                new Scenario(
                        "The crew at night",
                        "Somebody has to be hired",
                        BigDecimal.valueOf(-14_000),
                        Optional.of(Chance.of(10, 25))),
                new Scenario(
                        "The crew at night",
                        "The crew we have is enough",
                        BigDecimal.valueOf(6_000),
                        Optional.of(Chance.of(60, 80))),
                new Assumption(
                        "They fill as much as they say",
                        "Ask for the counters of the can line",
                        Optional.of(deed.testBy()),
                        Optional.empty()));
    }

    private static LossLimit limit(long amount, String currency, String why) {
        return new LossLimit(BigDecimal.valueOf(amount), currency, why, true);
    }
}
