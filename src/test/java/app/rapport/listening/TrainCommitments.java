package app.rapport.listening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Trains the commitments model: {@code bin/train-commitments [DATA]}. Prints the precision-recall
 * curve of a cross-validation by meeting, then writes the weights. The same input gives the same
 * weights.
 */
public final class TrainCommitments {
    public static void main(String[] args) throws IOException {
        CommitmentTraining training = CommitmentTraining.read(Path.of(args[0]));
        List<double[]> validations = training.crossValidations();
        System.out.println("threshold precision recall F1 (cross-validation by meeting)");
        for (double threshold : new double[] {.05, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95}) {
            CommitmentTraining.Hits hits = training.at(validations, threshold);
            System.out.printf(
                    Locale.ROOT,
                    "%.2f %.3f %.3f %.3f%n",
                    threshold,
                    hits.precision(),
                    hits.recall(),
                    hits.f1());
        }
        WeightFile.write("commitments", training.onAll());
    }
}
