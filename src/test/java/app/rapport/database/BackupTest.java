package app.rapport.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.database.backup.BackupReader;
import app.rapport.database.backup.BackupUnusable;
import app.rapport.database.backup.Backups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was backed up comes back as it was, or not at all. */
class BackupTest {
    @RegisterExtension static final TestDatabase database = new TestDatabase();
    private static final String MARK = "restore.unfinished";
    private static final char[] WORDS = "four grey herons".toCharArray();

    @TempDir Path folder;

    @BeforeAll
    static void fill() {
        JdbcClient jdbc = database.owner().jdbc();
        for (int firm = 0; firm < 2; firm++) {
            UUID workspace = UUID.randomUUID();
            jdbc.sql("INSERT INTO workspace (id, name, created_at) VALUES (:id, :name, now())")
                    .param("id", workspace)
                    .param("name", "Firm \\N\t\"" + firm + "\"\nsecond line, žluťoučký 𝄞")
                    .update();
            jdbc.sql(
                            """
                            WITH t AS (INSERT INTO thread (workspace_id, id) SELECT :w, gen_random_uuid() FROM generate_series(1, 300)
                                       RETURNING id)
                            INSERT INTO touch (workspace_id, id, kind, at, known_at, thread_id, words, labels, created_at)
                            SELECT :w, gen_random_uuid(), 'note', now(), now(), id, repeat(md5(id::text), 600), '{a,"b c",NULL}', now() FROM t
                            """)
                    .param("w", workspace)
                    .update();
            jdbc.sql(
                            """
                            INSERT INTO blob (workspace_id, digest, chunk, bytes)
                            VALUES (:w, sha256('x'), 0, decode('00ff5c0a0d09', 'hex'))
                            """)
                    .param("w", workspace)
                    .update();
            jdbc.sql(
                            """
                            INSERT INTO account (workspace_id, id, name, name_key, extra, created_at, updated_at)
                            VALUES (:w, gen_random_uuid(), 'A', 'a', '{"a": "\\\\ \\n"}', now(), now())
                            """)
                    .param("w", workspace)
                    .update();
        }
    }

    private static Backups backups() {
        return new Backups(database.owner(), Clock.systemUTC());
    }

    @Test
    void every_table_is_equal_after_a_restore() {
        Path file = folder.resolve("all.backup");
        Backups.Written written = backups().write(file, Optional.empty());
        assertThat(written.rows()).isGreaterThan(1200);
        try (TestDatabase other = TestDatabase.opened()) {
            restore(other, file, Optional.empty());
            assertThat(everything(other.owner().jdbc()))
                    .isEqualTo(everything(database.owner().jdbc()));
            assertThat(foreignKeys(other)).isEqualTo(foreignKeys(database)).isGreaterThan(30);
        }
    }

    @Test
    void a_backup_holds_one_moment_while_others_write() throws Exception {
        Path file = folder.resolve("busy.backup");
        Thread writer =
                Thread.ofVirtual()
                        .start(() -> {
                            JdbcClient jdbc = database.owner().jdbc();
                            for (int i = 0; i < 50; i++) {
                                // two tables in one transaction: a backup has both rows or neither
                                jdbc.sql(
                                                """
                                                WITH w AS (SELECT id FROM workspace LIMIT 1),
                                                     t AS (INSERT INTO thread (workspace_id, id, subject_key)
                                                           SELECT id, gen_random_uuid(), 'busy' FROM w RETURNING workspace_id, id)
                                                INSERT INTO touch (workspace_id, id, kind, known_at, thread_id, subject, created_at)
                                                SELECT workspace_id, id, 'note', now(), id, 'busy', now() FROM t
                                                """)
                                        .update();
                            }
                        });
        backups().write(file, Optional.empty());
        writer.join();
        try (TestDatabase other = TestDatabase.opened()) {
            restore(other, file, Optional.empty());
            assertThat(count(other, "thread WHERE subject_key = 'busy'"))
                    .isEqualTo(count(other, "touch WHERE subject = 'busy'"));
        }
    }

    @Test
    void a_sealed_backup_opens_with_its_passphrase_only() {
        Path file = folder.resolve("sealed.backup");
        backups().write(file, Optional.of(WORDS));
        try (TestDatabase other = TestDatabase.opened()) {
            restore(other, file, Optional.of(WORDS));
            assertThat(everything(other.owner().jdbc()))
                    .isEqualTo(everything(database.owner().jdbc()));
        }
        assertThatThrownBy(() -> BackupReader.open(file, Optional.empty()))
                .isInstanceOf(BackupUnusable.class)
                .hasMessageContaining("--passphrase-file");
        assertThatThrownBy(() -> BackupReader.open(file, Optional.of("wrong".toCharArray())))
                .isInstanceOf(BackupUnusable.class)
                .hasMessageContaining("passphrase is not its own");
    }

    @Test
    void a_cut_or_changed_backup_brings_nothing_back() throws IOException {
        try (TestDatabase other = TestDatabase.opened()) {
            damaged(other);
        }
    }

    private void damaged(TestDatabase other) throws IOException {
        for (Optional<char[]> seal :
                java.util.List.of(Optional.<char[]>empty(), Optional.of(WORDS))) {
            Path file = folder.resolve("whole-" + seal.isPresent());
            backups().write(file, seal);
            byte[] whole = Files.readAllBytes(file);
            byte[] changed = whole.clone();
            changed[whole.length / 2] ^= 1;
            refused(other, Arrays.copyOf(whole, whole.length - 200), seal);
            refused(other, Arrays.copyOf(whole, whole.length / 2), seal);
            refused(other, changed, seal);
            refused(
                    other,
                    "no backup at all".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    seal);
        }
    }

    private void refused(TestDatabase into, byte[] content, Optional<char[]> seal)
            throws IOException {
        Path file = Files.write(folder.resolve("damaged"), content);
        assertThatThrownBy(() -> restore(into, file, seal)).isInstanceOf(BackupUnusable.class);
        assertThat(count(into, "workspace")).isZero();
        assertThat(foreignKeys(into)).isEqualTo(foreignKeys(database));
    }

    @Test
    void
            a_folder_with_a_database_is_left_alone_a_failed_restore_leaves_none_a_killed_one_begins_anew()
                    throws IOException {
        Path file = folder.resolve("all.backup");
        backups().write(file, Optional.empty());
        Path data = folder.resolve("data");
        assertThat(new Restoration(data, file, Optional.empty()).run()).isGreaterThan(1200);
        assertThatThrownBy(() -> new Restoration(data, file, Optional.empty()).run())
                .hasMessageContaining("already");

        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        Path empty = folder.resolve("empty");
        assertThatThrownBy(() -> new Restoration(empty, cut, Optional.empty()).run())
                .isInstanceOf(BackupUnusable.class);
        assertThat(empty.resolve("postgres")).doesNotExist();
        assertThat(empty.resolve(MARK)).doesNotExist();

        // as a kill leaves it
        Files.createFile(data.resolve(MARK));
        try (EmbeddedPostgres user = EmbeddedPostgres.in(data)) {
            assertThatThrownBy(user::start).hasMessageContaining("starts over");
        }
        assertThat(new Restoration(data, file, Optional.empty()).run()).isGreaterThan(1200);
        assertThat(data.resolve(MARK)).doesNotExist();
    }

    @Test
    void a_file_that_is_there_is_never_overwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "precious");
        assertThatThrownBy(() -> backups().write(file, Optional.empty()))
                .hasMessageContaining("there already");
        assertThat(file).hasContent("precious");
    }

    private static void restore(TestDatabase into, Path file, Optional<char[]> seal) {
        try (BackupReader reader = BackupReader.open(file, seal)) {
            Restoration.inOneTransaction(into.owner(), reader);
        } catch (IOException e) {
            throw new BackupUnusable("closing", e);
        }
    }

    /** For each table the digest of its rows in an order of their own. */
    private static Map<String, String> everything(JdbcClient jdbc) {
        Map<String, String> all = new TreeMap<>();
        for (String table :
                jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                        .query(String.class)
                        .list()) {
            if (table.equals("flyway_schema_history")) continue;
            all.put(
                    table,
                    jdbc.sql(
                                    "SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(r::text), '' ORDER BY md5(r::text))), '') FROM "
                                            + table
                                            + " r")
                            .query(String.class)
                            .single());
        }
        return all;
    }

    private static long foreignKeys(TestDatabase of) {
        return count(of, "pg_constraint WHERE contype = 'f' AND convalidated");
    }

    private static long count(TestDatabase of, String from) {
        return of.owner().jdbc().sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }
}
