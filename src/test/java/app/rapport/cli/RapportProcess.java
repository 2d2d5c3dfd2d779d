package app.rapport.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code bin/rapport} as a process of its own, in a process group of its own. */
public final class RapportProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 90;

    /** None lives long enough for the second. */
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    private final Process process;
    private final Path out;
    private final Path err;

    private RapportProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static RapportProcess started(Path data, String... arguments) throws IOException {
        return started(data, Map.of(), arguments);
    }

    static RapportProcess started(Path data, Map<String, String> environment, String... arguments)
            throws IOException {
        Path out = Files.createTempFile("rapport-test", ".out");
        Path err = Files.createTempFile("rapport-test", ".err");
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("RAPPORT_JAVA_OPTS", FIRST_COMPILER);
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new RapportProcess(process, out, err);
    }

    static RapportProcess serving(Path data) throws IOException {
        return serving(data, Map.of());
    }

    static RapportProcess serving(Path data, Map<String, String> environment, String... more)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
        arguments.addAll(List.of(more));
        RapportProcess server = started(data, environment, arguments.toArray(String[]::new));
        server.await("Rapport is ready: ");
        return server;
    }

    RapportProcess given(String input) throws IOException {
        process.getOutputStream().write(input.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        process.getOutputStream().close();
        return this;
    }

    void await(String words) {
        await(words, out);
    }

    /** Where it said that it is ready. */
    String address() {
        return out().lines()
                .filter(line -> line.startsWith("Rapport is ready: "))
                .map(line -> line.substring("Rapport is ready: ".length()))
                .findFirst()
                .orElseThrow();
    }

    void awaitError(String words) {
        await(words, err);
    }

    private void await(String words, Path where) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!read(where).contains(words)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("never said '" + words + "': " + out() + err());
            }
            sleep();
        }
    }

    /** Waits for its end. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("does not end: " + out() + err());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    void kill() throws IOException {
        signal("KILL", String.valueOf(process.pid()));
        exitCode();
    }

    /** As a terminal or a supervisor does it: to everything that is in the group. */
    void terminateGroup() throws IOException {
        signal("TERM", "-" + process.pid());
    }

    public static void signal(String name, String target) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + name, "--", target).start().waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Every process that names the folder or works in it. */
    public static List<String> stillRunningOn(Path data) {
        return ProcessHandle.allProcesses()
                .filter(p -> uses(p.pid(), data))
                .map(RapportProcess::words)
                .toList();
    }

    private static String words(ProcessHandle process) {
        return process.pid() + " " + process.info().command().orElse("");
    }

    private static boolean uses(long pid, Path data) {
        if (pid == ProcessHandle.current().pid()) return false;
        try {
            Path proc = Path.of("/proc/" + pid);
            return Files.readString(proc.resolve("cmdline")).contains(data.toString())
                    || Files.readSymbolicLink(proc.resolve("cwd")).startsWith(data);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** The number of PostgreSQL's first process. */
    public static long postmasterOf(Path data) throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve("postgres/postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        }
    }

    /**
     * Kills it and waits until it is gone: one that is dying still looks as if it took connections.
     */
    public static void killPostmasterOf(Path data) throws IOException {
        long postmaster = postmasterOf(data);
        signal("KILL", String.valueOf(postmaster));
        while (ProcessHandle.of(postmaster).map(ProcessHandle::isAlive).orElse(false)) sleep();
    }

    static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            terminateGroup();
            exitCode();
        }
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The program that the setting {@code RAPPORT_TEST_PROGRAM} names: bin/test gives bin/rapport,
     * whose start takes half the time. Otherwise the classes of this process.
     */
    private static List<String> program() {
        String built = System.getenv("RAPPORT_TEST_PROGRAM");
        if (built != null) return List.of("setsid", built);
        return List.of(
                "setsid",
                java(),
                FIRST_COMPILER,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
