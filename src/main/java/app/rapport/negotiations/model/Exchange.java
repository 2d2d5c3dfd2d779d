package app.rapport.negotiations.model;

import app.rapport.negotiations.model.Section.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something cheap for us and dear to them, against something cheap for them and dear to us.
 *
 * @param give what we give
 * @param get what we ask for it
 */
public record Exchange(Coin give, Coin get) {
    private static final int SHOWN = 6;
    private static final double TELLING = 0.05;

    /**
     * What can be given.
     *
     * @param why why it is cheap for the one and dear to the other, in words
     * @param margin how much dearer it is to who gets it
     */
    public record Coin(String name, String why, double margin) {}

    /** The pairs that both gain most from, best first. */
    public static List<Exchange> pairs(Plan plan) {
        List<Exchange> pairs = new ArrayList<>();
        for (Coin give : coins(plan, Side.US))
            for (Coin get : coins(plan, Side.THEM)) pairs.add(new Exchange(give, get));
        return pairs.stream()
                .sorted(
                        Comparator.comparingDouble(
                                pair -> -Math.min(pair.give().margin(), pair.get().margin())))
                .limit(SHOWN)
                .toList();
    }

    private static List<Coin> coins(Plan plan, Side giver) {
        List<Coin> coins = new ArrayList<>();
        for (PlanLine line : plan.lines(Section.CURRENCY))
            if (line.side() == giver) of(line).stream().forEach(coins::add);
        coins.addAll(ofIssues(plan, giver));
        return coins;
    }

    private static List<Coin> of(PlanLine line) {
        if (line.cost().isEmpty() || line.dear().isEmpty()) return List.of();
        int margin = line.dear().get() - line.cost().get();
        boolean us = line.side() == Side.US;
        return margin <= 0
                ? List.of()
                : List.of(
                        new Coin(
                                line.words(),
                                "costs %s %d, worth %d to %s"
                                        .formatted(
                                                us ? "you" : "them",
                                                line.cost().get(),
                                                line.dear().get(),
                                                us ? "them" : "you"),
                                margin / 5.0));
    }

    /** Issues that weigh more on the other side, by what we believe. */
    private static List<Coin> ofIssues(Plan plan, Side giver) {
        Worth worth = Worth.of(plan);
        List<Coin> coins = new ArrayList<>();
        for (int i = 0; i < plan.issues().size(); i++) {
            PlanIssue issue = plan.issues().get(i);
            if (issue.theirs().isEmpty() || issue.swing().isEmpty()) continue;
            double ours = worth.ours().weights().get(i).middle();
            double theirs = worth.theirs().weights().get(i).middle();
            double margin = giver == Side.US ? theirs - ours : ours - theirs;
            if (margin > TELLING)
                coins.add(
                        new Coin(
                                issue.name(),
                                "weighs %d%% for you, about %d%% for them"
                                        .formatted(
                                                Math.round(100 * ours), Math.round(100 * theirs)),
                                margin));
        }
        return coins;
    }
}
