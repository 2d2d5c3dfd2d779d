package app.rapport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code bin/rapport} as a user starts it, on a data folder of its own. */
final class Program {
    static final String PASSWORD = "Correct-Horse-9-battery";
    private static final String RAPPORT = Path.of("bin", "rapport").toAbsolutePath().toString();
    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+)");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+)");

    private Program() {}

    static Process start(Path out, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(RAPPORT));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(Path.of(out + ".err").toFile()))
                .start();
    }

    /** Runs a command to its end; seconds it took. */
    static double seconds(Path out, String... words) throws Exception {
        long begin = System.nanoTime();
        Process process = start(out, words);
        if (process.waitFor() != 0)
            throw new IOException(
                    String.join(" ", words) + ": " + Files.readString(Path.of(out + ".err")));
        return (System.nanoTime() - begin) / 1e9;
    }

    /**
     * One command from its call to its end.
     *
     * @param processor seconds of the Java process alone, without PostgreSQL
     * @param peak megabytes it held at most
     */
    record Run(double seconds, double processor, long peak) {
        @Override
        public String toString() {
            return "%.1f s, Java %.1f s on the processor, at most %d MB"
                    .formatted(seconds, processor, peak);
        }
    }

    static Run timed(Path data, Path out, String... words) throws Exception {
        long begin = System.nanoTime();
        Process process = start(out, words);
        long peak = 0;
        double processor = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, memory(data).map(memory -> memory[1]).orElse(0L));
            processor =
                    Math.max(
                            processor,
                            process.info()
                                    .totalCpuDuration()
                                    .map(d -> d.toMillis() / 1e3)
                                    .orElse(0.0));
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (process.exitValue() != 0)
            throw new IOException(
                    String.join(" ", words) + ": " + Files.readString(Path.of(out + ".err")));
        return new Run(seconds, processor, peak);
    }

    static void setUp(Path data) throws Exception {
        Process setup =
                new ProcessBuilder(
                                RAPPORT,
                                "setup",
                                "--workspace",
                                "Bench",
                                "--email",
                                "owner@example.org",
                                "--name",
                                "Owner",
                                "--password-stdin",
                                "--data",
                                data.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var in = setup.outputWriter()) {
            in.write(PASSWORD + "\n");
        }
        if (setup.waitFor() != 0) throw new IOException("setup failed");
    }

    static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
    }

    /** Megabytes that the Java process on this folder holds now, and held at most. */
    static Optional<long[]> memory(Path data) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(p -> isJavaOn(p.pid(), data))
                    .findFirst()
                    .flatMap(p -> status(p.pid()));
        }
    }

    private static boolean isJavaOn(long pid, Path data) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/comm")).strip().equals("java")
                    && Files.readString(Path.of("/proc/" + pid + "/cmdline"))
                            .contains(data.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<long[]> status(long pid) {
        try {
            String status = Files.readString(Path.of("/proc/" + pid + "/status"));
            return Optional.of(new long[] {megabytes(RSS, status), megabytes(PEAK, status)});
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long megabytes(Pattern field, String status) {
        Matcher matcher = field.matcher(status);
        return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024 : 0;
    }
}
