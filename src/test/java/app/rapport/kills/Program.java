package app.rapport.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code bin/rapport} as a user starts it: the script becomes the program, so its pid is Java's.
 */
final class Program {
    private static final String RAPPORT = Path.of("bin", "rapport").toAbsolutePath().toString();
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Process process;
    private final Path out;

    private Program(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    static Program started(Path data, String... words) throws IOException {
        return started(data, Path.of("/dev/null"), words);
    }

    /** With that file as its standard input. */
    static Program started(Path data, Path in, String... words) throws IOException {
        Path out = Files.createTempFile("rapport-kills", ".out");
        List<String> command = new ArrayList<>(List.of(RAPPORT));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        Process process =
                new ProcessBuilder(command)
                        .redirectInput(in.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        return new Program(process, out);
    }

    /** Runs a command to its end; what it said. */
    static String run(Path data, String... words) throws Exception {
        return started(data, words).ended();
    }

    /**
     * @throws Broken when it failed
     */
    String ended() throws Exception {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
            throw new Broken("does not end: " + said());
        String said = said();
        Files.deleteIfExists(out);
        if (process.exitValue() != 0) throw new Broken("ended with a failure: " + said);
        return said;
    }

    /** Waits for its end, however that is. */
    void awaitEnd() throws Exception {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
            throw new Broken("does not end: " + said());
    }

    /** Where it said that it is ready. */
    String address() throws Exception {
        String ready = "Rapport is ready: ";
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!said().contains(ready) || !said().endsWith("\n")) {
            if (!process.isAlive() || System.nanoTime() > deadline)
                throw new Broken("does not start: " + said());
            Thread.sleep(20);
        }
        return said().lines()
                .filter(line -> line.startsWith(ready))
                .map(line -> line.substring(ready.length()))
                .findFirst()
                .orElseThrow();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** In order, as a supervisor does it. */
    void end() throws Exception {
        process.destroy();
        awaitEnd();
    }

    String said() throws IOException {
        return Files.readString(out);
    }
}
