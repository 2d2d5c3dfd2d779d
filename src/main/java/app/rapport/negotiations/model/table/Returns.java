package app.rapport.negotiations.model.table;

import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.offers.Trade;
import app.rapport.bargaining.offers.Trades;
import app.rapport.negotiations.model.PlanIssue;
import java.util.List;
import java.util.Optional;

/** What to ask for in return, so that neither loses: the engine's trades. */
final class Returns {
    private static final int LOOKED_AT = 200;

    private Returns() {}

    /** What would pay for the move that is being made, the largest joint gain first. */
    static Optional<Caution.Ask> forWhat(Scene scene) {
        Optional<Outcome> before = scene.valuation().outcome(scene.last().before());
        if (before.isEmpty()) return Optional.empty();
        List<PlanIssue> issues = scene.plan().issues();
        return Trades.from(scene.valuation().negotiation(), before.get(), LOOKED_AT).stream()
                .filter(trade -> isGiven(scene, trade.give()))
                .filter(trade ->
                        !scene.last().changed().contains(issues.get(trade.ask().issue()).id()))
                .findFirst()
                .map(trade -> ask(scene, trade.ask()));
    }

    private static boolean isGiven(Scene scene, Trade.Move give) {
        PlanIssue issue = scene.plan().issues().get(give.issue());
        return option(scene, give).equals(scene.last().standing().get(issue.id()));
    }

    private static String option(Scene scene, Trade.Move move) {
        return scene.valuation()
                .negotiation()
                .domain()
                .issue(move.issue())
                .options()
                .get(move.option());
    }

    private static Caution.Ask ask(Scene scene, Trade.Move move) {
        PlanIssue issue = scene.plan().issues().get(move.issue());
        return new Caution.Ask(issue.id(), issue.name(), option(scene, move));
    }
}
