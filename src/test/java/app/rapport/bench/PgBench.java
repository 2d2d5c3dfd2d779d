package app.rapport.bench;

import app.rapport.bench.made.Firm;
import app.rapport.database.DatabaseAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Debian's pgbench, on the program's own server. */
final class PgBench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    private PgBench() {}

    /** Selects of one contact by its key, as the owner, a second. */
    static double contactsByKey(DatabaseAccess database, Firm firm, int clients, int seconds)
            throws Exception {
        Path script = Files.createTempFile("rapport-bench", ".sql");
        Files.writeString(
                script,
                """
                \\set n random(%d, %d)
                SELECT * FROM contact WHERE workspace_id = '%s' AND id = '%s:n';
                """
                        .formatted(
                                firm.firstContact(),
                                firm.firstContact() + firm.contacts() - 1,
                                firm.id(),
                                firm.contactPrefix()));
        return rate(
                database,
                script,
                "-M",
                "simple",
                "-c",
                "" + clients,
                "-j",
                "2",
                "-T",
                "" + seconds);
    }

    private static double rate(DatabaseAccess database, Path script, String... options)
            throws Exception {
        URI address = URI.create(database.url().substring("jdbc:".length()));
        ProcessBuilder command = new ProcessBuilder(binary(), "-n", "-f", script.toString());
        command.command().addAll(List.of(options));
        command.command()
                .addAll(
                        List.of(
                                "-h",
                                address.getHost(),
                                "-p",
                                "" + address.getPort(),
                                "-U",
                                database.owner().user(),
                                address.getPath().substring(1)));
        command.environment().put("PGPASSWORD", database.owner().password());
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        Matcher rate = RATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find()) throw new IOException("pgbench: " + said);
        return Double.parseDouble(rate.group(1));
    }

    private static String binary() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (Stream<Path> found = Files.list(versions)) {
                List<Path> programs =
                        found.map(version -> version.resolve("bin/pgbench"))
                                .filter(Files::isExecutable)
                                .sorted()
                                .toList();
                if (!programs.isEmpty()) return programs.getLast().toString();
            }
        }
        throw new IOException(
                "pgbench is missing; install it (on Debian: apt-get install postgresql-15)");
    }
}
