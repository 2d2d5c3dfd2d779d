package app.rapport.linkage;

import java.util.ArrayList;
import java.util.List;

/** Puts a pair's weights in words. */
final class Reasons {
    private final Population population;
    private final Weights weights;

    Reasons(Population population, Weights weights) {
        this.population = population;
        this.weights = weights;
    }

    List<Reason> of(int a, int b) {
        List<Column> columns = population.columns();
        byte[] levels = new byte[columns.size()];
        new Comparison(columns).compare(a, b, levels, 0);
        List<Reason> reasons = new ArrayList<>();
        for (int c = 0; c < levels.length; c++) {
            double bits = weights.nats(c, levels, 0, a) / Math.log(2);
            reasons.add(new Reason(columns.get(c).name(), word(columns.get(c), levels[c]), bits));
        }
        return reasons;
    }

    private static String word(Column column, int level) {
        if (level == Comparison.MISSING) return "not compared";
        List<String> words = Agreement.levels(column.kind());
        return level < words.size() ? words.get(level) : Agreement.EXCHANGED;
    }
}
