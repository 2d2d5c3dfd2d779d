package app.rapport.fuzz;

import app.rapport.exchange.WholeReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Reads one file in a program with little room, to see whether it fits. */
final class FreshProgram {
    /** What the readers take before they have read anything. */
    private static final long EMPTY = 24L << 20;

    private FreshProgram() {}

    public static void main(String... arguments) throws IOException {
        WholeReading.of(Path.of(arguments[0]));
    }

    static boolean reads(Path file, long room) {
        try {
            Process program =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx" + (room + EMPTY),
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+ExitOnOutOfMemoryError",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    FreshProgram.class.getName(),
                                    file.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            // on a machine that is busy with other things it may wait for its turn
            if (program.waitFor(5, TimeUnit.MINUTES)) return program.exitValue() != 3;
            program.destroyForcibly();
            throw new IllegalStateException("nobody knows whether it fits: it did not end");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
