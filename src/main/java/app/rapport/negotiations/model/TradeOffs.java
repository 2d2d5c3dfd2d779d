package app.rapport.negotiations.model;

import app.rapport.negotiations.model.TradeOff.Answer;
import app.rapport.negotiations.model.TradeOff.Move;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Worth by trade-offs (Keeney and Raiffa 1976, chapter 3): who would give this for that tells how
 * two issues weigh against each other. Answers that do not fit the weights, or one another, are
 * shown; they are never bent.
 */
public record TradeOffs(Plan plan, Worth worth) {
    /** In points: what differs less is the same. */
    private static final double SAME = 1;

    private static final int STEPS = 4_000;
    private static final double PACE = 0.02;

    public static TradeOffs of(Plan plan) {
        return new TradeOffs(plan, Worth.of(plan));
    }

    /**
     * An answer that does not fit.
     *
     * @param lost our points of what is given, by the weights
     * @param won of what comes for it
     */
    public record Misfit(TradeOff trade, double lost, double won) {}

    public List<Misfit> misfits() {
        List<Misfit> misfits = new ArrayList<>();
        for (TradeOff trade : plan.tradeOffs()) {
            double lost = -gain(trade.give());
            double won = gain(trade.get());
            boolean fits =
                    switch (trade.answer()) {
                        case YES -> won >= lost - SAME;
                        case NO -> won <= lost + SAME;
                        case SAME -> Math.abs(won - lost) <= 2 * SAME;
                    };
            if (!fits) misfits.add(new Misfit(trade, lost, won));
        }
        return misfits;
    }

    private double gain(Move move) {
        int at = place(move.issue());
        return at < 0 ? 0 : worth.points(at, move.to()) - worth.points(at, move.from());
    }

    private int place(UUID issue) {
        return plan.issues().stream().map(PlanIssue::id).toList().indexOf(issue);
    }

    /** The question that tells most now: the answer to it is nearest to a toss-up. */
    public Optional<TradeOff> next() {
        List<Integer> order =
                IntStream.range(0, plan.issues().size())
                        .boxed()
                        .filter(this::isScored)
                        .sorted(
                                Comparator.comparingDouble(
                                        at -> -worth.ours().weights().get(at).middle()))
                        .toList();
        for (int i = 0; i + 1 < order.size(); i++) {
            Optional<TradeOff> question = question(order.get(i), order.get(i + 1));
            if (question.isPresent()) return question;
        }
        return Optional.empty();
    }

    private boolean isScored(int at) {
        PlanIssue issue = plan.issues().get(at);
        return issue.options().stream().allMatch(option -> option.score().isPresent());
    }

    /** All of the lighter issue, for as much of the heavier one as is worth about the same. */
    private Optional<TradeOff> question(int heavy, int light) {
        String best = extreme(heavy, 1);
        double lightSwing =
                worth.points(light, extreme(light, 1)) - worth.points(light, extreme(light, -1));
        Optional<String> part =
                plan.issues().get(heavy).choices().stream()
                        .filter(option -> !option.equals(best))
                        .min(
                                Comparator.comparingDouble(option ->
                                        Math.abs(
                                                worth.points(heavy, best)
                                                        - worth.points(heavy, option)
                                                        - lightSwing)));
        return part.map(option ->
                        new TradeOff(
                                new UUID(0, 0),
                                new Move(plan.issues().get(heavy).id(), best, option),
                                new Move(
                                        plan.issues().get(light).id(),
                                        extreme(light, -1),
                                        extreme(light, 1)),
                                Answer.SAME))
                .filter(this::isNew);
    }

    private boolean isNew(TradeOff question) {
        return plan.tradeOffs().stream()
                .noneMatch(asked ->
                        asked.give().equals(question.give()) && asked.get().equals(question.get()));
    }

    /** The best option for us, or the worst. */
    private String extreme(int at, int way) {
        return plan.issues().get(at).choices().stream()
                .max(Comparator.comparingDouble(option -> way * worth.points(at, option)))
                .orElse("");
    }

    /**
     * Swings that fit the answers as well as any, beginning from those that stand: each answer is
     * an inequality between two weights, and whichever is not kept pulls at both. Empty without an
     * answer.
     */
    public Map<UUID, BigDecimal> swings() {
        if (plan.tradeOffs().isEmpty()) return Map.of();
        double[] weights =
                worth.ours().weights().stream()
                        .mapToDouble(span -> Math.max(span.middle(), 1e-3))
                        .toArray();
        for (int step = 0; step < STEPS; step++) if (!pull(weights)) break;
        double largest = Arrays.stream(weights).max().orElse(1);
        return IntStream.range(0, weights.length)
                .boxed()
                .collect(
                        Collectors.toMap(
                                i -> plan.issues().get(i).id(),
                                i ->
                                        BigDecimal.valueOf(100 * weights[i] / largest)
                                                .setScale(0, RoundingMode.HALF_UP)));
    }

    /** Whether an answer was not kept. */
    private boolean pull(double[] weights) {
        boolean pulled = false;
        for (TradeOff trade : plan.tradeOffs()) {
            int give = place(trade.give().issue());
            int get = place(trade.get().issue());
            if (give < 0 || get < 0) continue;
            double over =
                    weights[get] * part(get, trade.get())
                            + weights[give] * part(give, trade.give());
            double wrong =
                    switch (trade.answer()) {
                        case YES -> Math.min(0, over);
                        case NO -> Math.max(0, over);
                        case SAME -> over;
                    };
            if (Math.abs(wrong) < 1e-4) continue;
            weights[get] =
                    Math.max(
                            1e-3,
                            weights[get] - PACE * Math.signum(wrong) * part(get, trade.get()));
            weights[give] =
                    Math.max(
                            1e-3,
                            weights[give] - PACE * Math.signum(wrong) * part(give, trade.give()));
            normalise(weights);
            pulled = true;
        }
        return pulled;
    }

    /** Which part of its issue's swing a move is; below 0 where it loses. */
    private double part(int at, Move move) {
        double weight = 100 * worth.ours().weights().get(at).middle();
        return weight == 0 ? 0 : gain(move) / weight;
    }

    private static void normalise(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) weights[i] /= sum;
    }
}
