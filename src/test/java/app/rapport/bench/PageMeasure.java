package app.rapport.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The time in which 95 of 100 pages came to one member's browser, the last byte and all.
 *
 * @param goal milliseconds
 * @param times pages a round
 * @param path of the page with that number
 */
record PageMeasure(String name, double goal, int times, IntFunction<String> path)
        implements WorldMeasure {
    /** The second compiler takes about so long for all that a page calls. */
    private static final int WARM_SECONDS = 60;

    @Override
    public List<Figure> figures(World world) throws Exception {
        return List.of(Figure.atMost(name, p95(world), "ms", goal));
    }

    private double p95(World world) throws Exception {
        try (Wire browser = world.browser()) {
            Load.warm(WARM_SECONDS, this::ask, browser);
            double[] rounds = new double[ROUNDS];
            double before = world.processorSeconds();
            for (int i = 0; i < ROUNDS; i++)
                rounds[i] = Load.p95((i + 1) * times, times, this::ask, browser);
            double spent = (world.processorSeconds() - before) * 1_000 / (ROUNDS * times);
            System.err.printf("%s: %.1f ms a page on the processor%n", name, spent);
            return Figure.median(rounds);
        }
    }

    private void ask(Wire browser, int number) throws IOException {
        String asked = path.apply(number);
        Wire.Answer answer = browser.get(asked);
        if (answer.status() != 200) throw new IOException(asked + ": " + answer.head());
    }
}
