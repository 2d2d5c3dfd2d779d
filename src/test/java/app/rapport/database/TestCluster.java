package app.rapport.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * One PostgreSQL below {@code target} for every test of this JVM. Folder and template outlive the
 * run, so that the next one starts in half a second; a template is known by what its migrations
 * say.
 */
final class TestCluster {
    private static final Pattern OURS = Pattern.compile("t_(\\d+)_\\d+");
    private static final Path FOLDER = Path.of("target", "test-database");
    private static TestCluster running;

    private final DatabaseAccess access;
    private final String superuserPassword;
    private final AtomicInteger count = new AtomicInteger();
    private final String template;
    private final String shape;
    private final Deque<DatabaseAccess> emptied = new ArrayDeque<>();

    private TestCluster(EmbeddedPostgres server) {
        try {
            access = server.start();
            superuserPassword = ClusterSecrets.in(server.dataFolder()).superuserPassword();
            dropLeftOver();
            template = template();
            shape = shapeOf(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static synchronized TestCluster running() {
        if (running == null) {
            EmbeddedPostgres server = EmbeddedPostgres.forgetful(FOLDER);
            running = new TestCluster(server);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> running.end(server)));
        }
        return running;
    }

    private String shapeOf(String database) throws SQLException {
        try (Connection connection = connect(database)) {
            return new UsedDatabase(connection).shape();
        }
    }

    /** An empty, migrated database. */
    synchronized DatabaseAccess fresh() {
        if (!emptied.isEmpty()) return emptied.remove();
        String name = "t_" + ProcessHandle.current().pid() + "_" + count.incrementAndGet();
        create(name, template);
        return at(name);
    }

    /** Nobody is connected to it any more. */
    synchronized void giveBack(DatabaseAccess database) {
        if (empty(database)) emptied.add(database);
        else drop(database);
    }

    /** False when something but rows was changed, or too many of them came and went. */
    boolean empty(DatabaseAccess database) {
        try (Connection connection = connect(name(database))) {
            return new UsedDatabase(connection).emptied(shape);
        } catch (SQLException e) {
            return false;
        }
    }

    void drop(DatabaseAccess database) {
        execute("DROP DATABASE IF EXISTS " + name(database) + " WITH (FORCE)");
    }

    /** Made by one run at a time: two begin together where tests are forked. */
    private String template() throws IOException {
        try (FileChannel gate =
                        FileChannel.open(
                                FOLDER.resolveSibling("test-template.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock _ = gate.lock()) {
            return madeOrFound();
        }
    }

    private String madeOrFound() {
        String name = "template_" + Integer.toHexString(migrations(at("rapport")));
        if (databases().contains(name)) return name;
        String half = "half_" + ProcessHandle.current().pid();
        execute("DROP DATABASE IF EXISTS " + half);
        create(half, "template1");
        flyway(at(half)).migrate();
        if (!databases().contains(name)) execute("ALTER DATABASE " + half + " RENAME TO " + name);
        return name;
    }

    /** A number that changes with any migration's version or words. */
    private static int migrations(DatabaseAccess any) {
        List<Object> all = new ArrayList<>();
        for (MigrationInfo migration : flyway(any).info().all()) {
            all.add(migration.getVersion());
            all.add(migration.getChecksum());
        }
        return all.hashCode();
    }

    private static Flyway flyway(DatabaseAccess database) {
        return Flyway.configure()
                .dataSource(database.url(), database.owner().user(), database.owner().password())
                .locations("classpath:db/migration")
                .load();
    }

    private void create(String name, String from) {
        execute("CREATE DATABASE " + name + " TEMPLATE " + from + " OWNER rapport_owner");
    }

    private void end(EmbeddedPostgres server) {
        String mine = "t_" + ProcessHandle.current().pid() + "_";
        databases().stream()
                .filter(name -> name.startsWith(mine))
                .forEach(name -> execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
        server.close();
    }

    /** Databases of test runs that were killed. */
    private void dropLeftOver() {
        for (String name : databases()) {
            Matcher ours = OURS.matcher(name);
            if (ours.matches() && ProcessHandle.of(Long.parseLong(ours.group(1))).isEmpty()) {
                execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            }
        }
    }

    private DatabaseAccess at(String database) {
        String url = access.url();
        return new DatabaseAccess(
                url.substring(0, url.lastIndexOf('/') + 1) + database,
                access.owner(),
                access.app());
    }

    private static String name(DatabaseAccess database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    private List<String> databases() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT datname FROM pg_database")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) names.add(rows.getString(1));
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connect() throws SQLException {
        return connect("postgres");
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(at(database).url(), "postgres", superuserPassword);
    }
}
