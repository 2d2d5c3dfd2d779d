package app.rapport.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;

/**
 * What the search dialog finds for typed words: people, companies and the reader's own mails. The
 * control asks the database the same three things as the owner, in one connection.
 */
record SearchMeasure() implements WorldMeasure {
    private static final int TIMES = 100;
    private static final double MOST = 2;
    private static final double PLUS = 5;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Figure> figures(World world) throws Exception {
        try (Wire browser = world.browser();
                Connection owner = world.owner()) {
            Typing typed = Typing.of(owner, world.firm());
            SearchAlone alone = new SearchAlone(owner, world.firm());
            double[] values = new double[ROUNDS];
            double[] controls = new double[ROUNDS];
            alone.p95(typed, 0, TIMES);
            Load.warm(10, ask(typed), browser);
            for (int i = 0; i < ROUNDS; i++) {
                controls[i] = alone.p95(typed, (i + 1) * TIMES, TIMES);
                values[i] = Load.p95((i + 1) * TIMES, TIMES, ask(typed), browser);
            }
            double value = Figure.median(values);
            double control = Figure.median(controls);
            return List.of(Figure.atMost(name(), value, "ms", control, MOST * control + PLUS));
        }
    }

    private static Load.Ask ask(Typing typed) {
        return (wire, number) -> {
            String words = URLEncoder.encode(typed.words(number), StandardCharsets.UTF_8);
            Wire.Answer answer = wire.get("/find?q=" + words);
            if (answer.status() != 200)
                throw new IOException("find " + words + ": " + answer.head());
        };
    }
}
