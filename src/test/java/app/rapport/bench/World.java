package app.rapport.bench;

import app.rapport.bench.made.Firm;
import app.rapport.bench.made.MadeWorld;
import app.rapport.bench.made.Scale;
import app.rapport.database.DatabaseAccess;
import app.rapport.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The made world in a data folder of its own, with the built program serving it. {@code
 * RAPPORT_BENCH_WORLD} names a folder in which it is kept and used again; otherwise it is made for
 * each run and thrown away.
 */
final class World implements AutoCloseable {
    static final String EMAIL = "owner@example.org";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final long SEED = 42;
    private static final int PORT = 18390;

    private final Path data;
    private final boolean kept;
    private final EmbeddedPostgres postgres;
    private final DatabaseAccess database;
    private final List<Firm> firms;
    private final Process server;
    private final String token;
    private final String cookie;

    World(Scale scale) throws Exception {
        String folder = System.getenv("RAPPORT_BENCH_WORLD");
        kept = folder != null;
        data =
                folder == null
                        ? Files.createTempDirectory("rapport-bench")
                        : Path.of(folder, scale.word()).toAbsolutePath();
        boolean fresh = !Files.exists(data.resolve("made"));
        if (fresh) Program.setUp(data);
        postgres = EmbeddedPostgres.in(data);
        database = postgres.start();
        firms = firms(scale);
        if (fresh) make();
        backedUp();
        token = token();
        server = serve();
        cookie = logIn();
    }

    private Process serve() throws Exception {
        Path out = Files.createTempFile("rapport-bench", ".out");
        Process serving =
                Program.start(out, "serve", "--port", "" + PORT, "--data", data.toString());
        StartMeasure.awaitPage(serving, PORT);
        return serving;
    }

    private void make() throws Exception {
        long begin = System.nanoTime();
        MadeWorld.write(database, firms, SEED);
        System.err.printf("made in %.0f s%n", (System.nanoTime() - begin) / 1e9);
        Path out = Files.createTempFile("rapport-bench", ".out");
        double seconds = Program.seconds(out, "doctor", "--rebuild", "--data", data.toString());
        System.err.printf("derived tables rebuilt in %.0f s%n", seconds);
        try (Connection owner = owner()) {
            for (String table : List.of("contact", "answer_owed"))
                owner.createStatement().execute("VACUUM (ANALYZE) " + table);
        }
        Files.createFile(data.resolve("made"));
    }

    /** Otherwise the server would begin with a backup of it all. */
    private void backedUp() throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            statement.execute(
                    "INSERT INTO backup_run (id, at, file, bytes) VALUES (gen_random_uuid(), now(), 'none', 0)");
        }
    }

    private List<Firm> firms(Scale scale) throws SQLException {
        try (Connection owner = owner();
                var rows =
                        owner.createStatement()
                                .executeQuery(
                                        "SELECT m.workspace_id, m.id FROM member m JOIN login l ON l.id = m.login_id WHERE l.email_key = '"
                                                + EMAIL
                                                + "'")) {
            rows.next();
            return MadeWorld.firms(
                    scale, rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
        }
    }

    private String token() throws Exception {
        Path out = Files.createTempFile("rapport-bench", ".token");
        Program.seconds(
                out,
                "token",
                "create",
                "--email",
                EMAIL,
                "--name",
                "bench",
                "--data",
                data.toString());
        return Files.readString(out).strip();
    }

    /** By the login page, as a person does. */
    private static String logIn() throws IOException {
        try (Wire nobody = new Wire(PORT, "")) {
            Wire.Answer page = nobody.get("/login");
            String shown = page.header("Set-Cookie").map(World::pair).orElse("");
            Matcher form = CSRF.matcher(page.text());
            String csrf = form.find() ? "&_csrf=" + form.group(1) : "";
            try (Wire visitor =
                    new Wire(PORT, shown.isEmpty() ? "" : "Cookie: " + shown + "\r\n")) {
                Wire.Answer in =
                        visitor.post(
                                "/login",
                                "application/x-www-form-urlencoded",
                                "email="
                                        + EMAIL.replace("@", "%40")
                                        + "&password="
                                        + Program.PASSWORD
                                        + csrf);
                return in.head().stream()
                        .filter(line -> line.startsWith("Set-Cookie: rapport_session="))
                        .map(line -> pair(line.substring("Set-Cookie: ".length())))
                        .findFirst()
                        .orElseThrow(() -> new IOException("the login failed: " + in.head()));
            }
        }
    }

    private static String pair(String cookie) {
        return cookie.split(";")[0];
    }

    /** A program with a token. */
    Wire api() throws IOException {
        return new Wire(PORT, "Authorization: Bearer " + token + "\r\n");
    }

    /** A member's browser. */
    Wire browser() throws IOException {
        return new Wire(PORT, "Cookie: " + cookie + "\r\nAccept-Encoding: gzip\r\n");
    }

    /**
     * Time on the processor of server and database together so far; other programs on the machine
     * lengthen the time on the clock, but hardly this.
     */
    double processorSeconds() throws IOException {
        long postmaster =
                Long.parseLong(
                        Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
        return Stream.concat(
                                server.toHandle().descendants(),
                                ProcessHandle.of(postmaster).stream()
                                        .flatMap(ProcessHandle::descendants))
                        .distinct()
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToDouble(time -> time.toNanos() / 1e9)
                        .sum()
                + server.info().totalCpuDuration().map(time -> time.toNanos() / 1e9).orElse(0.0);
    }

    /** The workspace with most, in which the token and the browser are. */
    Firm firm() {
        return firms.getFirst();
    }

    DatabaseAccess database() {
        return database;
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }

    @Override
    public void close() throws Exception {
        Program.end(server);
        postgres.close();
        if (!kept) FileSystemUtils.deleteRecursively(data);
    }
}
