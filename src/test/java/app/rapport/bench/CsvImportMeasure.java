package app.rapport.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Contacts a second from the call of {@code bin/rapport import} of a CSV file to its end, search
 * words and all, against COPY of what it stored, by the owner, into the same tables with the same
 * indexes. {@code RAPPORT_BENCH_CONTACTS} people (100,000).
 */
final class CsvImportMeasure implements Measure {
    private static final int PEOPLE = Integer.getInteger("bench.contacts", 100_000);
    private static final double HALF = .5;

    @Override
    public Map<String, Object> size() {
        return Map.of("generatedContacts", PEOPLE);
    }

    @Override
    public List<Figure> figures() throws Exception {
        Path work = Files.createTempDirectory("rapport-bench-csv");
        Path data = Files.createTempDirectory("rapport-bench");
        Path csv = work.resolve("people.csv");
        Path out = work.resolve("report.json");
        try {
            GeneratedContacts.write(csv, PEOPLE, 11);
            Program.setUp(data);
            Program.Run run =
                    Program.timed(
                            data,
                            out,
                            "import",
                            csv.toString(),
                            "--email",
                            "owner@example.org",
                            "--json",
                            "--data",
                            data.toString());
            long stored =
                    JsonMapper.shared().readTree(Files.readString(out)).path("stored").asLong();
            if (stored != PEOPLE) throw new IllegalStateException(Files.readString(out));
            CopyAlone control = CopyAlone.of(data, work);
            System.err.printf(
                    "csv-import: %d stored; %s; COPY of %d rows in %.1f s%n",
                    stored, run, control.rows(), control.seconds());
            return List.of(
                    Figure.ratio(
                            "csv-import",
                            stored / run.seconds(),
                            "contacts/s",
                            stored / control.seconds(),
                            HALF));
        } finally {
            FileSystemUtils.deleteRecursively(work);
            FileSystemUtils.deleteRecursively(data);
        }
    }
}
