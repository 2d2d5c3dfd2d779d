package app.rapport.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code bin/fuzz [MINUTES] [--seed S]}: bent files of every kind in turn, until time is up. */
final class Fuzz {
    private final Map<Kind, List<byte[]>> seeds = new EnumMap<>(Kind.class);
    private final Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
    private final Set<String> told = new HashSet<>();
    private final PrintStream out = System.out;
    private final Path folder;
    private final long seed;

    private Fuzz(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    public static void main(String... arguments) throws IOException {
        double minutes = 10;
        long seed = 1;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--seed")) seed = Long.parseLong(arguments[++i]);
            else minutes = Double.parseDouble(arguments[i]);
        }
        Fuzz fuzz = new Fuzz(Files.createDirectories(Path.of("target/fuzz")), seed);
        // a library that prints what it meets would fill the screen
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        System.setErr(System.out);
        fuzz.gather();
        fuzz.until(Instant.now().plus(Duration.ofMillis((long) (minutes * 60_000))));
        System.exit(fuzz.report());
    }

    private void gather() {
        String data = System.getenv("RAPPORT_TEST_DATA");
        for (Kind kind : Kind.values()) {
            boolean there = data != null && Files.isDirectory(Path.of(data));
            seeds.put(kind, there ? Seeds.below(Path.of(data), kind) : Seeds.made(kind));
            tallies.put(kind, new Tally(kind));
        }
    }

    private void until(Instant end) throws IOException {
        for (int number = 0; Instant.now().isBefore(end); number++)
            for (Kind kind : Kind.values()) one(kind, number);
    }

    private void one(Kind kind, int number) throws IOException {
        Bent bent = Bent.of(kind, seeds.getOrDefault(kind, List.of()), seed, number);
        Trial.Outcome outcome = Trial.of(bent, folder);
        tallies.getOrDefault(kind, new Tally(kind)).add(outcome);
        if (outcome.fault().isEmpty()) return;
        String fault = outcome.fault().get();
        if (!told.add(kind + fault.replaceAll("\\d+", "n"))) return;
        Path kept = folder.resolve("fault-%s-%d.%s".formatted(kind, number, kind.suffix()));
        Files.write(kept, bent.bytes());
        out.println(kept + ": " + fault);
    }

    private int report() {
        tallies.values().forEach(out::println);
        int files = tallies.values().stream().mapToInt(Tally::files).sum();
        int faults = tallies.values().stream().mapToInt(Tally::faults).sum();
        out.printf("%d files with seed %d, %d faults%n", files, seed, faults);
        return faults == 0 ? 0 : 1;
    }
}
