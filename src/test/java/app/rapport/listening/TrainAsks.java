package app.rapport.listening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Trains the asks model: {@code bin/train-asks [DATA]}. Prints ten-fold cross-validation beside a
 * plain keyword rule, then writes the weights. The same input gives the same weights.
 */
public final class TrainAsks {
    private static final Pattern KEYWORDS =
            Pattern.compile(
                    "(?i)\\b(please|could you|can you|would you|will you|let me know|let's|i will|i'll|we will|we'll|need to|should|send|call|would like)\\b|\\?");

    public static void main(String[] args) throws IOException {
        AskTraining training = AskTraining.read(Path.of(args[0]));
        System.out.printf(
                "%d of %d labelled sentences of mail found%n",
                training.ofMail().size(), MailSentences.count());
        AskScores scores = training.crossValidated("");
        System.out.printf(
                "10-fold cross-validation of %d sentences: log-loss %.3f%n",
                training.labelled().size(), scores.logLoss());
        for (int percent = 30; percent <= 70; percent += 5)
            System.out.printf("F1 at %.2f: %.3f%n", percent / 100.0, scores.f1(percent / 100.0));
        for (String shuffle : List.of("a", "b", "c"))
            System.out.printf(
                    "F1 at 0.50, parted otherwise: %.3f%n",
                    training.crossValidated(shuffle).f1(.5));
        System.out.printf("keyword rule: F1 %.3f%n", byKeywords(training).f1(.5));
        WeightFile.write("asks", training.onAll());
    }

    private static AskScores byKeywords(AskTraining training) {
        return new AskScores(
                training.labelled(),
                training.labelled().stream()
                        .mapToDouble(s -> KEYWORDS.matcher(s.text()).find() ? 1 : 0)
                        .toArray());
    }
}
