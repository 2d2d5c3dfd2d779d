package app.rapport.bargaining.belief;

import app.rapport.bargaining.Domain;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Utility;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a hypothesis of them consists of: one row of numbers. First the importance of each issue,
 * then the shape of each, then how they concede: where they begin, how far they come, with which
 * bend, and how near to their aim their offers lie.
 */
final class Layout {
    private static final double STEP = 0.5;
    private static final double STEP_WITHIN = 0.25;
    private static final int COURSE = 4;

    private final Domain domain;
    private final Shape[] shapes;
    private final int[] places;
    private final int course;

    Layout(Domain domain) {
        this.domain = domain;
        int issues = domain.size();
        this.shapes = domain.issues().stream().map(Shape::of).toArray(Shape[]::new);
        this.places = new int[issues];
        int place = issues;
        for (int i = 0; i < issues; i++) {
            places[i] = place;
            place += shapes[i].size(domain.options(i));
        }
        this.course = place;
    }

    int size() {
        return course + COURSE;
    }

    /** Importance and bend are normal about 0; all others lie evenly between 0 and 1. */
    private boolean normal(int at) {
        return at < domain.size() || at == course + 2;
    }

    double[] drawn(SplittableRandom random) {
        double[] numbers = new double[size()];
        for (int i = 0; i < numbers.length; i++)
            numbers[i] = normal(i) ? random.nextGaussian() : random.nextDouble();
        return numbers;
    }

    /** Makes what was offered earlier the better, and what was never offered the worst. */
    void order(double[] numbers, List<Outcome> offers, SplittableRandom random) {
        for (int i = 0; i < shapes.length; i++) {
            if (shapes[i] != Shape.CHOICE) continue;
            for (int o = 0; o < domain.options(i); o++)
                numbers[places[i] + o] = 0.3 * random.nextDouble();
            for (int k = offers.size() - 1; k >= 0; k--)
                numbers[places[i] + offers.get(k).option(i)] =
                        1 - (0.1 + 0.6 * k / offers.size()) * random.nextDouble();
        }
    }

    double logPrior(double[] numbers) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) if (normal(i)) sum -= numbers[i] * numbers[i] / 2;
        return sum;
    }

    /** One of four steps concerns the course of their concessions. */
    int somewhere(SplittableRandom random) {
        return random.nextInt(4) == 0 ? course + random.nextInt(COURSE) : random.nextInt(course);
    }

    double moved(double number, int at, SplittableRandom random) {
        if (normal(at)) return number + STEP * random.nextGaussian();
        double moved = Math.abs(number + STEP_WITHIN * random.nextGaussian()) % 2;
        return moved > 1 ? 2 - moved : moved;
    }

    /** Their worst outcome is worth 0, their best 1. */
    Utility utility(double[] numbers) {
        double all = 0;
        for (int i = 0; i < shapes.length; i++) all += Math.exp(numbers[i]);
        double[][] worth = new double[shapes.length][];
        for (int i = 0; i < shapes.length; i++) {
            worth[i] = new double[domain.options(i)];
            shapes[i].scores(numbers, places[i], worth[i]);
            double weight = Math.exp(numbers[i]) / all;
            for (int o = 0; o < worth[i].length; o++) worth[i][o] *= weight;
        }
        return new Utility(worth);
    }

    /** What they aim at when so much of their offers so far is past. */
    double aim(double[] numbers, double past) {
        double begin = 0.15 * numbers[course] * numbers[course];
        double fall = numbers[course + 1] * numbers[course + 1];
        return 1 - begin - fall * Math.pow(past, Math.exp(numbers[course + 2]));
    }

    int noise(double[] numbers) {
        int noises = Density.NOISES.length;
        return Math.min(noises - 1, (int) (numbers[course + 3] * noises));
    }
}
