package app.rapport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seconds from the call of {@code bin/rapport analyse duplicates} to its end, over {@code
 * RAPPORT_BENCH_TWINS} made-up rows (1,000,000), and how right it is.
 */
final class DuplicatesMeasure implements Measure {
    private static final int ROWS = Integer.getInteger("bench.twins", 1_000_000);
    private static final double GOAL = 300;

    @Override
    public Map<String, Object> size() {
        return Map.of("generatedRows", ROWS);
    }

    @Override
    public List<Figure> figures() throws Exception {
        Path work = Files.createTempDirectory("rapport-bench-twins");
        try {
            Path csv = work.resolve("people.csv");
            Path out = work.resolve("pairs.jsonl");
            long pairs = GeneratedTwins.write(csv, ROWS, 2026);
            Program.Run run = Program.timed(work, out, "analyse", "duplicates", csv.toString());
            System.err.printf(
                    "duplicates: %d rows, %d pairs; %s; F1 %.4f%n",
                    ROWS, pairs, run, f1(out, pairs));
            return List.of(Figure.atMost("duplicates", run.seconds(), "s", GOAL));
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    /** Of the pairs that are likelier one than two. */
    static double f1(Path found, long pairs) throws IOException {
        long[] told = new long[2];
        try (Stream<String> lines = Files.lines(found)) {
            lines.map(JsonMapper.shared()::readTree)
                    .filter(line -> line.path("probability").asDouble() >= 0.5)
                    .forEach(line -> told[person(line, "a").equals(person(line, "b")) ? 1 : 0]++);
        }
        return 2.0 * told[1] / (told[0] + told[1] + pairs);
    }

    private static String person(JsonNode line, String which) {
        String id = line.path(which).asString("");
        return id.substring(0, id.indexOf('-'));
    }
}
