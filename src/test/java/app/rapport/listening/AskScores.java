package app.rapport.listening;

import java.util.List;

/** How well chances agree with the labels. */
record AskScores(List<AskSentence> sentences, double[] chances) {
    double f1(double threshold) {
        int hit = 0;
        int there = 0;
        int claimed = 0;
        for (int i = 0; i < chances.length; i++) {
            boolean asks = sentences.get(i).asks();
            boolean said = chances[i] >= threshold;
            if (asks) there++;
            if (said) claimed++;
            if (asks && said) hit++;
        }
        return 2.0 * hit / (there + claimed);
    }

    double logLoss() {
        double sum = 0;
        for (int i = 0; i < chances.length; i++)
            sum -= Math.log(sentences.get(i).asks() ? chances[i] : 1 - chances[i]);
        return sum / chances.length;
    }
}
