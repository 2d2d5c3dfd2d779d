package app.rapport.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as it ships, on one data folder that goes through all of it. */
class EmbeddedPostgresTest {
    @TempDir static Path data;

    private final EmbeddedPostgres server = EmbeddedPostgres.in(data);
    private DatabaseAccess access;

    @BeforeAll
    static void make_a_table() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.in(data)) {
            execute(server.start(), "CREATE TABLE said (word text)");
        }
    }

    @BeforeEach
    void start() {
        access = server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        assertThat(Postmaster.of(cluster())).isEmpty();
    }

    @Test
    void what_was_committed_is_there_after_a_stop() throws SQLException {
        execute(access, "INSERT INTO said VALUES ('kept')");
        server.close();
        access = server.start();
        assertThat(first(access, "SELECT word FROM said WHERE word = 'kept'")).isEqualTo("kept");
    }

    @Test
    void what_was_committed_is_there_after_postgresql_was_killed() throws Exception {
        try (Connection busy = connect(access);
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("INSERT INTO said VALUES ('half said')");
            execute(access, "INSERT INTO said VALUES ('acknowledged')");
            ProcessHandle postmaster = Postmaster.of(cluster()).orElseThrow().process();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        } catch (SQLException _) {
            // the connection has lost its server: closing it may say so
        }
        access = server.start();
        assertThat(first(access, "SELECT count(*) FROM said WHERE word = 'acknowledged'"))
                .isEqualTo("1");
        assertThat(first(access, "SELECT count(*) FROM said WHERE word = 'half said'"))
                .isEqualTo("0");
    }

    @Test
    void a_pid_file_whose_number_belongs_to_somebody_else_by_now_does_not_hinder()
            throws IOException, SQLException {
        Path pidFile = cluster().resolve("postmaster.pid");
        String old = Files.readString(pidFile);
        server.close();
        Files.writeString(
                pidFile, ProcessHandle.current().pid() + old.substring(old.indexOf('\n')));
        access = server.start();
        assertThat(first(access, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void a_running_server_is_adopted() throws IOException {
        long before = Postmaster.of(cluster()).orElseThrow().process().pid();
        DatabaseAccess again = server.start();
        assertThat(Postmaster.of(cluster()).orElseThrow().process().pid()).isEqualTo(before);
        assertThat(again.url()).isEqualTo(access.url());
    }

    @Test
    void it_waits_for_the_disk_checks_its_pages_and_listens_here_only() throws SQLException {
        assertThat(first(access, "SHOW fsync")).isEqualTo("on");
        assertThat(first(access, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(first(access, "SHOW data_checksums")).isEqualTo("on");
        assertThat(first(access, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(first(access, "SHOW wal_recycle")).isEqualTo("off");
        assertThat(first(access, "SELECT datlocale FROM pg_database WHERE datname = 'rapport'"))
                .isEqualTo("C.UTF-8");
    }

    @Test
    void nobody_comes_in_without_the_password_which_only_the_owner_can_read() throws IOException {
        assertThatThrownBy(() -> DriverManager.getConnection(access.url(), "rapport_app", "guess"))
                .hasMessageContaining("password");
        assertThatThrownBy(() -> DriverManager.getConnection(access.url(), "postgres", ""))
                .isInstanceOf(SQLException.class);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("database.secrets"))))
                .isEqualTo("rw-------");
    }

    @Test
    void lost_passwords_are_said_and_nothing_is_made_anew() throws Exception {
        server.close();
        Path secrets = data.resolve("database.secrets");
        Path aside = Files.move(secrets, data.resolve("aside"));
        assertThatThrownBy(server::start)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("database.secrets");
        server.close();
        Files.move(aside, secrets);
        access = server.start();
        assertThat(first(access, "SELECT count(*) >= 0 FROM said")).isEqualTo("t");
    }

    @Test
    void a_first_start_that_was_cut_short_is_begun_again(@TempDir Path other)
            throws IOException, SQLException {
        Files.createDirectories(other.resolve("postgres.new"));
        Files.writeString(other.resolve("postgres.new/PG_VERSION"), "18");
        try (EmbeddedPostgres fresh = EmbeddedPostgres.forgetful(other)) {
            assertThat(first(fresh.start(), "SELECT 1")).isEqualTo("1");
        }
    }

    private static Path cluster() {
        return data.resolve("postgres");
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
    }

    private static void execute(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String first(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
