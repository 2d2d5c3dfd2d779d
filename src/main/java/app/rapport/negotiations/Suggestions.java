package app.rapport.negotiations;

import app.rapport.bargaining.belief.Belief;
import app.rapport.bargaining.course.Concessions;
import app.rapport.bargaining.course.Reading;
import app.rapport.bargaining.course.Turn;
import app.rapport.bargaining.course.Turn.Side;
import app.rapport.bargaining.offers.Packages;
import app.rapport.bargaining.offers.Trade;
import app.rapport.bargaining.offers.Trades;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.table.Plane;
import app.rapport.negotiations.model.table.Valuation;
import app.rapport.negotiations.model.table.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What to put side by side, and what their offers suggest.
 *
 * @param packages worth the same to us, as their choice shows what they value
 * @param swaps of one issue for another, from where we stand
 */
public record Suggestions(List<Pack> packages, List<Swap> swaps, List<String> reads) {
    private static final int PACKAGES = 3;
    private static final int SWAPS = 3;
    private static final int LOOKED_AT = 200;

    /** A package: an option for each issue. */
    public record Pack(Map<UUID, String> choices, Value value) {}

    /**
     * Logrolling: what we might give, and ask for it. Neither loses, by what we believe of them.
     *
     * @param give such as "Term 60 days"
     * @param ask the same
     * @param ours what it changes for us, in points
     * @param theirs for them
     */
    public record Swap(String give, String ask, double ours, double theirs) {}

    public static Suggestions of(Sitting sitting) {
        return new Suggestions(packages(sitting), swaps(sitting), reads(sitting));
    }

    /** The best of each pair of issues; of the price only once it may be named. */
    private static List<Swap> swaps(Sitting sitting) {
        Map<List<Integer>, Trade> best = new LinkedHashMap<>();
        sitting.valuation().outcome(sitting.standing(true)).stream()
                .flatMap(from ->
                        Trades.from(sitting.valuation().negotiation(), from, LOOKED_AT).stream())
                .filter(trade -> isNamed(sitting, trade.give()) && isNamed(sitting, trade.ask()))
                .forEach(trade ->
                        best.putIfAbsent(
                                List.of(trade.give().issue(), trade.ask().issue()), trade));
        return best.values().stream().limit(SWAPS).map(trade -> swap(sitting, trade)).toList();
    }

    private static boolean isNamed(Sitting sitting, Trade.Move move) {
        return sitting.plan().price().isOpen()
                || !sitting.plan().issues().get(move.issue()).price();
    }

    private static Swap swap(Sitting sitting, Trade trade) {
        return new Swap(
                words(sitting, trade.give()),
                words(sitting, trade.ask()),
                100 * trade.ours(),
                100 * trade.theirs());
    }

    private static String words(Sitting sitting, Trade.Move move) {
        PlanIssue issue = sitting.plan().issues().get(move.issue());
        String words = issue.name() + " " + issue.choices().get(move.option()) + " " + issue.unit();
        return words.strip();
    }

    /** As good for us as what we said last, or as our aim. */
    private static List<Pack> packages(Sitting sitting) {
        Valuation valuation = sitting.valuation();
        Optional<Double> aim =
                sitting.last(true)
                        .map(move -> valuation.of(move.standing()).middle())
                        .or(valuation::aim);
        if (aim.isEmpty() || !sitting.plan().price().isOpen()) return List.of();
        return new Packages(valuation.frontier())
                .worth(aim.get() / 100, PACKAGES).stream()
                        .map(point ->
                                new Pack(
                                        valuation.choices(point.outcome()),
                                        valuation.of(point.outcome())))
                        .toList();
    }

    private static List<String> reads(Sitting sitting) {
        List<String> reads = new ArrayList<>();
        sitting.valuation().belief().ifPresent(belief -> weights(sitting, belief, reads));
        List<Turn> turns =
                Plane.turns(sitting.path(), sitting.valuation(), sitting.state().endsOn());
        Reading reading = new Reading(turns);
        course("They", reading.of(Side.THEIRS), reads);
        course("You", reading.of(Side.OURS), reads);
        reading.nextStep(Side.THEIRS)
                .ifPresent(step ->
                        reads.add(
                                "Their next step will probably cost them about %d points."
                                        .formatted(Math.round(100 * step))));
        return reads;
    }

    /** What matters most to them, by their offers. */
    private static void weights(Sitting sitting, Belief belief, List<String> reads) {
        List<PlanIssue> issues = sitting.plan().issues();
        IntStream.range(0, issues.size())
                .boxed()
                .max((a, b) -> Double.compare(belief.weight(a).middle(), belief.weight(b).middle()))
                .ifPresent(at ->
                        reads.add(
                                "%s probably matters most to them: weight %d to %d of 100."
                                        .formatted(
                                                issues.get(at).name(),
                                                Math.round(100 * belief.weight(at).low()),
                                                Math.round(100 * belief.weight(at).high()))));
    }

    private static void course(String who, Concessions course, List<String> reads) {
        String words =
                switch (course) {
                    case UNKNOWN -> "";
                    case NONE -> "have given nothing to speak of.";
                    case BOULWARE -> "give little until late (Boulware).";
                    case LINEAR -> "give about the same each time.";
                    case CONCEDER -> "give most at once, less later (conceder).";
                    case TIT_FOR_TAT -> "give as much as they were just given (tit for tat).";
                };
        if (!words.isEmpty()) reads.add(who + " " + words);
    }
}
