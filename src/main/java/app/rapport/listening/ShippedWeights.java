package app.rapport.listening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Weights of a model that was trained before: a byte a feature, in units of 1/16. */
record ShippedWeights(byte[] bytes) {
    static final float UNIT = 1 / 16f;

    static ShippedWeights of(String model, int size) {
        String file = model + ".weights";
        try (InputStream in = ShippedWeights.class.getResourceAsStream(file)) {
            if (in == null)
                throw new IllegalStateException(file + " is missing; run bin/train-" + model);
            byte[] weights = in.readAllBytes();
            if (weights.length != size)
                throw new IllegalStateException(file + " is of another version");
            return new ShippedWeights(weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In log-odds. */
    double score(int[] buckets) {
        int sum = 0;
        for (int bucket : buckets) sum += bytes[bucket];
        return sum * UNIT * AskFeatures.scale(buckets);
    }
}
