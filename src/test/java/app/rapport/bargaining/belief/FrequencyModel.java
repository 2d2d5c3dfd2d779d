package app.rapport.bargaining.belief;

import app.rapport.bargaining.Domain;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Utility;
import java.util.Arrays;
import java.util.List;

/**
 * The frequency model to be bettered: an option is liked by how often it was offered, an issue
 * matters that stays as it was from one offer to the next (HardHeaded: van Krimpen, Looije and
 * Hajizadeh 2013; Smith: van Galen Last 2012).
 */
final class FrequencyModel {
    private static final double GAIN = 0.2;

    private FrequencyModel() {}

    static Utility after(Domain domain, List<Outcome> offers) {
        int issues = domain.size();
        double[] weights = new double[issues];
        Arrays.fill(weights, 1.0 / issues);
        double[][] worth = new double[issues][];
        for (int i = 0; i < issues; i++) {
            worth[i] = new double[domain.options(i)];
            Arrays.fill(worth[i], 1);
            for (int k = 0; k < offers.size(); k++) {
                int option = offers.get(k).option(i);
                worth[i][option]++;
                if (k > 0 && offers.get(k - 1).option(i) == option) weights[i] += GAIN / issues;
            }
        }
        double all = Arrays.stream(weights).sum();
        for (int i = 0; i < issues; i++) {
            double most = Arrays.stream(worth[i]).max().orElse(1);
            for (int o = 0; o < worth[i].length; o++) worth[i][o] *= weights[i] / all / most;
        }
        return new Utility(worth);
    }
}
