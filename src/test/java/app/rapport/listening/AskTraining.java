package app.rapport.listening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The labelled sentences of the set, to learn from all of them or from nine tenths, and those of
 * mail, which are only learned from.
 *
 * <p>Mail of other people has other habits: its sentences have a second copy of every feature, so
 * that what holds for them alone stays with the copy, which is thrown away ("frustratingly easy
 * domain adaptation", Daumé III 2007).
 */
record AskTraining(List<AskSentence> labelled, List<SentenceExample> ofMail) {
    static final String LABELLED = "complaints-email-intent/Ask0729-fixed.txt";
    private static final double RATE = .2;
    private static final double PENALTY = 1e-5;
    private static final double WEIGHT_OF_MAIL = .8;

    static AskTraining read(Path data) throws IOException {
        return new AskTraining(
                AskSentence.read(data.resolve(LABELLED)),
                MailSentences.labelled(data).stream().map(AskTraining::ofMail).toList());
    }

    private static SentenceExample ofMail(AskSentence sentence) {
        int[] buckets = AskFeatures.of(sentence.text());
        int[] twice = Arrays.copyOf(buckets, buckets.length * 2);
        for (int i = 0; i < buckets.length; i++)
            twice[buckets.length + i] = AskFeatures.SIZE + buckets[i];
        double scale = AskFeatures.scale(buckets);
        return new SentenceExample(twice, sentence.asks(), scale, WEIGHT_OF_MAIL);
    }

    /**
     * Each sentence judged by a model that learned without it, as the product judges a text.
     *
     * @param shuffle parts the sentences otherwise; the empty one is the usual way
     */
    AskScores crossValidated(String shuffle) {
        double[] chances = new double[labelled.size()];
        for (int fold = 0; fold < AskSentence.FOLDS; fold++) {
            int heldOut = fold;
            float[] weights = learned(one -> one.fold(shuffle) != heldOut);
            for (int i = 0; i < chances.length; i++) {
                if (labelled.get(i).fold(shuffle) == fold)
                    chances[i] = chance(weights, labelled.get(i).text());
            }
        }
        return new AskScores(labelled, chances);
    }

    float[] onAll() {
        return learned(one -> true);
    }

    private float[] learned(Predicate<AskSentence> chosen) {
        List<SentenceExample> examples = new ArrayList<>(ofMail);
        labelled.stream()
                .filter(chosen)
                .map(one -> new SentenceExample(AskFeatures.of(one.text()), one.asks()))
                .forEach(examples::add);
        float[] weights =
                SentenceLearner.train(examples, AskFeatures.SIZE * 2, RATE, bucket -> PENALTY);
        return Arrays.copyOf(weights, AskFeatures.SIZE);
    }

    private static double chance(float[] weights, String text) {
        return Asks.most(
                text, part -> Asks.tilted(SentenceLearner.logit(weights, AskFeatures.of(part))));
    }
}
