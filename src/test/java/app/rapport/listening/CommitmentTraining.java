package app.rapport.listening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Utterances of meetings with what people labelled as commitments; whole meetings are held out. */
record CommitmentTraining(List<Utterance> utterances) {
    static final String MEETINGS = "listening/mrda/train";
    private static final int FOLDS = 10;

    /** Of a weight in all; so few commitments bear no more freedom. */
    private static final double PENALTY = .3;

    private static final double RATE = .5;

    record Utterance(int meeting, int[] buckets, boolean commits) {
        SentenceExample example() {
            return new SentenceExample(buckets, commits);
        }
    }

    /** Lines of {@code speaker|text|basic|general|full}; a commitment is labelled cc, no more. */
    static CommitmentTraining read(Path data) throws IOException {
        List<Utterance> utterances = new ArrayList<>();
        try (Stream<Path> files = Files.list(data.resolve(MEETINGS))) {
            List<Path> meetings = files.sorted().toList();
            for (int m = 0; m < meetings.size(); m++)
                for (String line : Files.readAllLines(meetings.get(m)))
                    add(m, line.split("\\|", -1), utterances);
        }
        return new CommitmentTraining(utterances);
    }

    private static void add(int meeting, String[] parts, List<Utterance> utterances) {
        if (parts.length != 5) return;
        int[] buckets = CommitmentFeatures.of(parts[1]);
        utterances.add(new Utterance(meeting, buckets, parts[4].equals("cc")));
    }

    /** The chance of each utterance from nine tenths of the meetings, without its own. */
    private double[] crossValidated(int shuffle) {
        List<Integer> fold = new ArrayList<>();
        for (int meeting = 0; meeting < 100; meeting++) fold.add(meeting % FOLDS);
        Collections.shuffle(fold, new Random(shuffle));
        return crossValidated(fold);
    }

    private double[] crossValidated(List<Integer> foldOfMeeting) {
        double[] chances = new double[utterances.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int heldOut = fold;
            float[] weights = learned(one -> foldOfMeeting.get(one.meeting()) != heldOut);
            for (int i = 0; i < chances.length; i++) {
                Utterance one = utterances.get(i);
                if (foldOfMeeting.get(one.meeting()) == fold && one.buckets().length > 0)
                    chances[i] = Commitments.tilted(SentenceLearner.logit(weights, one.buckets()));
            }
        }
        return chances;
    }

    float[] onAll() {
        return learned(one -> true);
    }

    /** Who undertakes nothing is no commitment by rule, and not learned from. */
    private float[] learned(Predicate<Utterance> chosen) {
        List<SentenceExample> examples =
                utterances.stream()
                        .filter(one -> one.buckets().length > 0)
                        .filter(chosen)
                        .map(Utterance::example)
                        .toList();
        int[] met = new int[CommitmentFeatures.SIZE];
        for (SentenceExample example : examples) for (int bucket : example.buckets()) met[bucket]++;
        return SentenceLearner.train(
                examples, CommitmentFeatures.SIZE, RATE, bucket -> PENALTY / met[bucket]);
    }

    /** Three cross-validations put together: how meetings are parted moves F1 by .02. */
    Hits at(List<double[]> validations, double threshold) {
        return validations.stream()
                .map(chances -> at(chances, threshold))
                .reduce(new Hits(0, 0, 0), Hits::and);
    }

    List<double[]> crossValidations() {
        return Stream.of(1, 2, 3).map(this::crossValidated).toList();
    }

    private Hits at(double[] chances, double threshold) {
        int there = 0;
        int said = 0;
        int hit = 0;
        for (int i = 0; i < chances.length; i++) {
            boolean commits = utterances.get(i).commits();
            boolean claimed = chances[i] >= threshold;
            if (commits) there++;
            if (claimed) said++;
            if (commits && claimed) hit++;
        }
        return new Hits(there, said, hit);
    }

    record Hits(int there, int said, int hit) {
        Hits and(Hits more) {
            return new Hits(there + more.there, said + more.said, hit + more.hit);
        }

        double precision() {
            return said == 0 ? 1 : (double) hit / said;
        }

        double recall() {
            return (double) hit / there;
        }

        double f1() {
            return 2.0 * hit / (there + said);
        }
    }
}
