package app.rapport.bargaining.belief;

import app.rapport.bargaining.Enumeration;
import app.rapport.bargaining.Negotiation;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Point;
import app.rapport.bargaining.Utility;
import app.rapport.bargaining.files.GeniusXml;
import app.rapport.bargaining.offers.Packages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How well their utility is known after some of their offers, over the given domains: {@code java
 * -cp … app.rapport.bargaining.belief.BeliefMeasure SEEDS}. Not a test; the figures stand in
 * docs/bargaining.md.
 */
final class BeliefMeasure {
    private static final int[] AFTER = {5, 10, 20, 100};

    private final Map<String, List<Double>> found = new TreeMap<>();

    public static void main(String[] args) {
        int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 2;
        BeliefMeasure measure = new BeliefMeasure();
        long start = System.nanoTime();
        List<Negotiation> sides = sides(Path.of(System.getenv("RAPPORT_TEST_DATA")));
        IntStream.range(0, seeds)
                .parallel()
                .forEach(seed -> {
                    for (Negotiation side : sides)
                        for (Opponent.Strategy strategy : Opponent.Strategy.values())
                            measure.talk(side, strategy, seed);
                });
        measure.print();
        System.out.printf("%.0f s%n", (System.nanoTime() - start) / 1e9);
    }

    /** Both sides of the five domains that differ in more than reservation and discount. */
    static List<Negotiation> sides(Path data) {
        List<Negotiation> sides = new ArrayList<>();
        String[][] files = {
            {"y2010/EnglandZimbabwe", "EnglandZimbabwe_domain.xml", "England.xml", "Zimbabwe.xml"},
            {
                "y2010/ItexvsCypress",
                "ItexvsCypress_domain.xml",
                "ItexvsCypress_Cypress.xml",
                "ItexvsCypress_Itex.xml"
            },
            {
                "y2011/Laptop",
                "laptop_domain.xml",
                "laptop_buyer_utility.xml",
                "laptop_seller_utility.xml"
            },
            {
                "y2012/FiftyFiftyB",
                "FiftyFifty-B-domain.xml",
                "FiftyFifty-B-prof1.xml",
                "FiftyFifty-B-prof2.xml"
            },
            {"y2015/group9-vacation", "Vacation.xml", "Vacation_util3.xml", "Vacation_util4.xml"}
        };
        for (String[] each : files) {
            Path folder = data.resolve("negotiation-anac").resolve(each[0]);
            for (int turn = 0; turn < 2; turn++)
                sides.add(
                        GeniusXml.read(
                                folder.resolve(each[1]),
                                folder.resolve(each[2 + turn]),
                                folder.resolve(each[3 - turn])));
        }
        return sides;
    }

    private void talk(Negotiation side, Opponent.Strategy strategy, long seed) {
        List<Outcome> offers = new Opponent(side, strategy, seed).offers(100);
        List<Point> outcomes = new Enumeration(side).points();
        for (int after : AFTER) {
            List<Outcome> seen = offers.subList(0, after);
            Belief belief = new Listener(side.domain()).after(seen);
            Utility frequency = FrequencyModel.after(side.domain(), seen);
            for (String of :
                    List.of(
                            "all",
                            strategy.toString(),
                            side.domain().issues().getFirst().name().split(" ")[0])) {
                String key = "%s after %3d ".formatted(of, after);
                note(key + "Bayes", correlation(outcomes, belief.likely()));
                note(key + "frequency", correlation(outcomes, frequency));
                note(key + "span holds", held(outcomes, belief));
                note(key + "span width", width(outcomes, belief));
                note(key + "regret", regret(side, belief.likely(), outcomes));
            }
        }
    }

    private synchronized void note(String key, double value) {
        found.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    static double correlation(List<Point> outcomes, Utility estimate) {
        double n = outcomes.size();
        double[] x = outcomes.stream().mapToDouble(p -> estimate.of(p.outcome())).toArray();
        double[] y = outcomes.stream().mapToDouble(Point::theirs).toArray();
        double meanX = Arrays.stream(x).sum() / n;
        double meanY = Arrays.stream(y).sum() / n;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xx < 1e-12 ? 0 : xy / Math.sqrt(xx * yy);
    }

    static double held(List<Point> outcomes, Belief belief) {
        int stride = Math.max(1, outcomes.size() / 50);
        double low = outcomes.stream().mapToDouble(Point::theirs).min().orElseThrow();
        double range = Enumeration.most(outcomes, Point::theirs) - low;
        int held = 0;
        int all = 0;
        for (int i = 0; i < outcomes.size(); i += stride) {
            Point point = outcomes.get(i);
            all++;
            if (belief.worth(point.outcome()).holds((point.theirs() - low) / range)) held++;
        }
        return held / (double) all;
    }

    private static double width(List<Point> outcomes, Belief belief) {
        int stride = Math.max(1, outcomes.size() / 20);
        double sum = 0;
        int all = 0;
        for (int i = 0; i < outcomes.size(); i += stride, all++)
            sum += belief.worth(outcomes.get(i).outcome()).width();
        return sum / all;
    }

    /** What the best of three packages gives them less than the best outcome as good for us. */
    private static double regret(Negotiation side, Utility believed, List<Point> outcomes) {
        double aim = 0.7 * side.ours().highest();
        List<Point> packages =
                new Packages(new Negotiation(side.domain(), side.ours(), believed)).worth(aim, 3);
        double best =
                outcomes.stream()
                        .filter(p -> p.ours() >= aim - 1e-9)
                        .mapToDouble(Point::theirs)
                        .max()
                        .orElse(0);
        return best
                - packages.stream().mapToDouble(p -> side.theirs().of(p.outcome())).max().orElse(0);
    }

    private void print() {
        found.forEach((key, values) -> {
            double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
            System.out.printf(
                    "%-38s median %.3f  mean %.3f  lowest tenth %.3f  (%d)%n",
                    key,
                    sorted[sorted.length / 2],
                    Arrays.stream(sorted).average().orElse(0),
                    sorted[sorted.length / 10],
                    sorted.length);
        });
    }
}
