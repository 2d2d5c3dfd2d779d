package app.rapport.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages a second from the call of {@code bin/rapport import} to its end, derived tables and all,
 * against mime4j alone. On the two Enron sets where {@code RAPPORT_TEST_DATA} is, and on a seeded,
 * generated mbox of {@code RAPPORT_BENCH_MAIL} megabytes (100).
 */
final class MailImportMeasure implements Measure {
    private static final double A_THIRD = 0.333;
    private static final Pattern OF_SENT = Pattern.compile("[._]sent[._]");
    private static final long MEGABYTES = Long.getLong("bench.mail", 100);

    private final Path work;
    private final Path generated;
    private final long messages;

    MailImportMeasure() throws IOException {
        work = Files.createTempDirectory("rapport-bench-mail");
        generated = work.resolve("generated.mbox");
        messages = GeneratedMail.write(generated, MEGABYTES << 20, 7);
    }

    @Override
    public Map<String, Object> size() throws IOException {
        return Map.of("generatedMessages", messages, "generatedBytes", Files.size(generated));
    }

    @Override
    public List<Figure> figures() throws Exception {
        List<Figure> figures = new ArrayList<>();
        try {
            Path enron = enron();
            if (Files.exists(enron)) {
                figures.add(measure("mail-import", enron, owners(enron)));
                figures.add(measure("mail-import-made", generated, "nora@tarn.example"));
            } else {
                figures.add(measure("mail-import", generated, "nora@tarn.example"));
            }
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
        return figures;
    }

    /** Both sets in one folder, as links. */
    private Path enron() throws IOException {
        String data = System.getenv().getOrDefault("RAPPORT_TEST_DATA", "../shared/data");
        Path both = work.resolve("enron");
        for (String set : List.of("enron-lokay-m", "enron-blair-l")) {
            Path folder = Path.of(data, "mail", set);
            if (!Files.isDirectory(folder)) continue;
            Files.createDirectories(both);
            try (var boxes = Files.list(folder)) {
                for (Path box : boxes.filter(b -> b.toString().endsWith(".mbox")).toList())
                    Files.copy(box, both.resolve(box.getFileName()));
            }
        }
        return both;
    }

    /** Whose the archives are, as their own boxes of sent mail say. */
    private static String owners(Path archives) throws IOException {
        Set<String> owners = new TreeSet<>();
        try (Stream<Path> boxes = Files.list(archives)) {
            for (Path box : boxes.filter(b -> OF_SENT.matcher(b.toString()).find()).toList())
                commonestSender(box).ifPresent(owners::add);
        }
        return String.join(",", owners);
    }

    private static Optional<String> commonestSender(Path box) throws IOException {
        try (Stream<String> lines = Files.lines(box, StandardCharsets.ISO_8859_1)) {
            return lines
                    .filter(line -> line.startsWith("From: "))
                    .map(line -> line.substring("From: ".length()).strip())
                    .filter(sender -> sender.matches("[^<>@ ]+@[^<>@ ]+"))
                    .collect(Collectors.groupingBy(sender -> sender, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey);
        }
    }

    private Figure measure(String name, Path mail, String me) throws Exception {
        Path data = Files.createTempDirectory("rapport-bench");
        Path out = Files.createTempFile("rapport-bench", ".json");
        try {
            Program.setUp(data);
            Program.Run run =
                    Program.timed(
                            data,
                            out,
                            "import",
                            mail.toString(),
                            "--email",
                            "owner@example.org",
                            "--me",
                            me,
                            "--json",
                            "--data",
                            data.toString());
            JsonNode report = JsonMapper.shared().readTree(Files.readString(out));
            long read = report.path("read").asLong();
            System.err.printf(
                    "%s: %d read, %d stored; %s%n",
                    name, read, report.path("stored").asLong(), run);
            return Figure.rate(
                    name, read / run.seconds(), "messages/s", read / alone(mail), A_THIRD);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    /** Seconds of the control, with the program's own Java options. */
    private static double alone(Path mail) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(System.getProperty("bench.flags").split(" ")));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        MailAlone.class.getName(),
                        mail.toString()));
        long begin = System.nanoTime();
        Process control = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(control.getInputStream().readAllBytes());
        if (control.waitFor() != 0) throw new IOException(said);
        return (System.nanoTime() - begin) / 1e9;
    }
}
