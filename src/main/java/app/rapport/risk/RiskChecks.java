package app.rapport.risk;

import app.rapport.access.Refused;
import app.rapport.deals.Deal;
import app.rapport.risk.model.Assumption;
import app.rapport.risk.model.Chance;
import app.rapport.risk.model.ChosenLoss;
import app.rapport.risk.model.Exposure;
import app.rapport.risk.model.LimitUse;
import app.rapport.risk.model.LossLimit;
import app.rapport.risk.model.OwnRisk;
import app.rapport.risk.model.RiskItem;
import app.rapport.risk.model.Scenario;
import app.rapport.risk.model.Stake;
import app.rapport.risk.model.StopOrGo;
import app.rapport.risk.model.Uncertainty;
import java.math.BigDecimal;
import java.util.List;

/** What cannot be written down, and how to mend it. */
final class RiskChecks {
    private static final BigDecimal MOST = new BigDecimal("1e13");
    private static final int LETTERS = 1000;

    private RiskChecks() {}

    /**
     * @throws Refused when something is missing or cannot be
     */
    static void check(RiskItem item) {
        switch (item) {
            case Scenario one -> scenario(one);
            case Assumption one -> {
                filled("what", one.what(), "Say what is assumed");
                letters("test", one.test());
                one.found().ifPresent(found -> letters("finding", found.words()));
            }
            case ChosenLoss one -> {
                amount("amount", one.amount());
                filled("purpose", one.purpose(), "Say what the loss is for");
                one.became().ifPresent(it -> letters("finding", it.words()));
            }
            case LossLimit one -> limit(one);
            case Stake one -> stake(one);
            case StopOrGo one -> letters("why", one.why());
            case OwnRisk one -> {
                filled("what", one.what(), "Say what you dare");
                letters("step", one.step());
                letters("learned", one.learned());
            }
        }
    }

    private static void scenario(Scenario one) {
        filled("outcome", one.outcome(), "Say what may happen");
        letters("cause", one.cause());
        amount("result", one.result().abs());
        one.chance().ifPresent(RiskChecks::chance);
    }

    private static void limit(LossLimit one) {
        amount("amount", one.amount());
        letters("why", one.why());
        if (!one.currency().matches("([A-Z]{3})?"))
            throw new Refused("currency", "Three letters, such as EUR");
    }

    private static void stake(Stake one) {
        one.spent().ifPresent(spent -> amount("spent", spent));
        one.exit().ifPresent(exit -> amount("exit", exit));
        letters("on", one.on());
        letters("sponsor", one.sponsor());
        letters("sponsorWords", one.sponsorWords());
    }

    private static void filled(String field, String text, String missing) {
        if (text.isBlank()) throw new Refused(field, missing);
        letters(field, text);
    }

    private static void letters(String field, String text) {
        if (text.length() > LETTERS)
            throw new Refused(field, "At most " + LETTERS + " letters fit here");
    }

    private static void amount(String field, BigDecimal amount) {
        if (amount.signum() < 0) throw new Refused(field, "An amount without a minus is wanted");
        if (amount.compareTo(MOST) >= 0 || amount.scale() > 2)
            throw new Refused(field, "An amount with two decimals at most is wanted");
    }

    private static void chance(Chance chance) {
        if (!chance.mayBe())
            throw new Refused("chance", "Probabilities go from 0 to 100, the smaller one first");
    }

    /** What is won or lost is not cut any more. */
    static void open(Deal deal) {
        if (!deal.stage().isOpen())
            throw new Refused("why", deal.name() + " is decided already: it cannot be cut");
    }

    /** Of what excludes one another, no more than all can be certain. */
    static void together(List<Scenario> scenarios) {
        Exposure.of(scenarios).parts().stream()
                .filter(Uncertainty::contradicted)
                .findFirst()
                .ifPresent(part -> {
                    throw new Refused(
                            "chance",
                            "What depends on \""
                                    + part.cause()
                                    + "\" would be more than certain: the least probabilities come to more than 100");
                });
    }

    /** A limit that is near or passed is raised with a reason only: it was set in calm. */
    static LossLimit inCalm(LossLimit before, LossLimit after, LimitUse use) {
        boolean raised = after.amount().compareTo(before.amount()) > 0;
        if (!raised || use.state() == LimitUse.State.FAR)
            return new LossLimit(after.amount(), after.currency(), after.why(), true);
        if (after.why().isBlank() || after.why().equals(before.why()))
            throw new Refused(
                    "why", "The limit was set in calm and is near now: say why it may rise");
        return new LossLimit(after.amount(), after.currency(), after.why(), false);
    }
}
