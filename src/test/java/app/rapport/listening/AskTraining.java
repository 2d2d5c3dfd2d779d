package app.rapport.listening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The labelled sentences, to learn from all of them or from nine tenths. */
record AskTraining(List<AskSentence> labelled) {
    static final String LABELLED = "complaints-email-intent/Ask0729-fixed.txt";

    static AskTraining read(Path data) throws IOException {
        return new AskTraining(AskSentence.read(data.resolve(LABELLED)));
    }

    /** Each sentence judged by a model that learned without it, as the product judges a text. */
    AskScores crossValidated() {
        double[] chances = new double[labelled.size()];
        for (int fold = 0; fold < AskSentence.FOLDS; fold++) {
            float[] weights = without(fold);
            for (int i = 0; i < chances.length; i++) {
                if (labelled.get(i).fold() == fold)
                    chances[i] = chance(weights, labelled.get(i).text());
            }
        }
        return new AskScores(labelled, chances);
    }

    float[] onAll() {
        return without(AskSentence.FOLDS);
    }

    private float[] without(int fold) {
        return SentenceLearner.train(
                labelled.stream()
                        .filter(s -> s.fold() != fold)
                        .map(s -> new SentenceExample(AskFeatures.of(s.text()), s.asks()))
                        .toList(),
                AskFeatures.SIZE,
                bucket -> 3e-5);
    }

    private static double chance(float[] weights, String text) {
        return Asks.most(
                text, part -> Asks.tilted(SentenceLearner.logit(weights, AskFeatures.of(part))));
    }
}
