package app.rapport.listening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes trained weights into the sources, as {@link ShippedWeights} reads them. */
final class WeightFile {
    private WeightFile() {}

    static void write(String model, float[] weights) throws IOException {
        byte[] bytes = new byte[weights.length];
        for (int i = 0; i < bytes.length; i++)
            bytes[i] = (byte) Math.clamp(Math.round(weights[i] / ShippedWeights.UNIT), -127, 127);
        Path file = Path.of("src/main/resources/app/rapport/listening", model + ".weights");
        Files.write(file, bytes);
        System.out.println("wrote " + file);
    }
}
