package app.rapport.kills;

import app.rapport.cli.RapportProcess;
import app.rapport.database.DatabaseAccess;
import app.rapport.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A firm in a data folder of its own, served by the built program; a few dozen rounds share it. */
final class World implements AutoCloseable {
    private static final String EMAIL = "owner@tarn.example";
    private static final String PASSWORD = "Correct-Horse-9-battery";

    private final Path folder;
    private final Path data;
    private final String token;
    private final Post post;
    private final String mailbox;
    private Program server;
    private Client client;
    private int logIns;
    private @Nullable Kept kept;

    World(Post post) throws Exception {
        this.post = post;
        mailbox = post.mailbox();
        folder = Files.createTempDirectory("rapport-kills");
        data = folder.resolve("data");
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Program.started(
                        data,
                        password,
                        "setup",
                        "--workspace",
                        "Tarn",
                        "--email",
                        EMAIL,
                        "--name",
                        "Nora Pelling",
                        "--password-stdin")
                .ended();
        token = Program.run(data, "token", "create", "--email", EMAIL, "--name", "kills").strip();
        begin();
        execute(
                """
                INSERT INTO smtp_account (workspace_id, id, host, port, security, from_address, updated_at)
                SELECT id, id, '127.0.0.1', %d, 'none', '%s', now() FROM workspace
                """
                        .formatted(post.smtpPort(), EMAIL));
        client.post(
                "/mailboxes",
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        post.imapPort(),
                        "tls",
                        "none",
                        "user",
                        mailbox,
                        "password",
                        Post.PASSWORD,
                        "folders",
                        List.of("INBOX")));
    }

    private void begin() throws Exception {
        server = Program.started(data, "serve", "--port", "0");
        client = new Client(server.address(), token);
        logIns = 0;
    }

    Path folder() {
        return folder;
    }

    Path data() {
        return data;
    }

    Post post() {
        return post;
    }

    /** Puts letters into the member's mailbox. */
    void deliver(int letters, String tag) throws Exception {
        post.deliver(mailbox, letters, tag);
    }

    Client client() {
        return client;
    }

    /** With a browser in which somebody is logged in. */
    Client browser() throws IOException, InterruptedException {
        if (logIns++ == 0) client.logIn(EMAIL, PASSWORD);
        return client;
    }

    void kill(Victim victim) throws Exception {
        if (victim.isDatabase()) killDatabase();
        if (victim.isApp()) server.kill();
    }

    void killDatabase() throws IOException {
        RapportProcess.killPostmasterOf(data);
    }

    /**
     * What a supervisor does: whatever does not run is started, what hangs on to a dead one too.
     */
    void startAgain(boolean databaseDied) throws Exception {
        if (server.isAlive() && !databaseDied) return;
        if (server.isAlive()) server.end();
        begin();
    }

    /** A backup, and the facts that are in it. */
    record Kept(Path file, Facts facts) {}

    /** One for all that are restored of this firm. */
    Kept keptBackup() throws Exception {
        Kept there = kept;
        if (there != null) return there;
        Path file = folder.resolve("kept.backup");
        Program.run(data, "backup", file.toString());
        Kept made = new Kept(file, facts("nothing"));
        kept = made;
        return made;
    }

    /** Looks into the database as the tables' owner, through the server that runs. */
    <T> T inDatabase(Look<T> look) throws Exception {
        return inDatabase(data, look);
    }

    static <T> T inDatabase(Path data, Look<T> look) throws Exception {
        try (EmbeddedPostgres beside = EmbeddedPostgres.in(data)) {
            DatabaseAccess access = beside.start();
            try (Connection owner =
                    DriverManager.getConnection(
                            access.url(), access.owner().user(), access.owner().password())) {
                return look.into(owner);
            }
        }
    }

    interface Look<T> {
        T into(Connection owner) throws Exception;
    }

    Facts facts(String tag) throws Exception {
        return inDatabase(owner -> Facts.of(owner, tag));
    }

    List<String> texts(String sql) throws Exception {
        return inDatabase(owner -> texts(owner, sql));
    }

    private static List<String> texts(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (found.next()) texts.add(found.getString(1));
            return texts;
        }
    }

    void execute(String sql) throws Exception {
        inDatabase(owner -> {
            try (Statement statement = owner.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** Until it says yes; what is waited for is said when it never does. */
    void await(String what, Callable<Boolean> yes) throws Exception {
        long deadline = System.nanoTime() + 180_000_000_000L;
        while (!yes.call()) {
            if (System.nanoTime() > deadline) throw new Broken("never came: " + what);
            Thread.sleep(100);
        }
    }

    /**
     * @throws Broken when the doctor finds anything, what was concluded is not what the facts say,
     *     or an import does not say what became of each item
     */
    void seeAllWell() throws Exception {
        List<String> wrong =
                texts(
                        """
                        SELECT title || ': ' || read || ' read' FROM import
                        WHERE state = 'done' AND (read <> stored + already_known + set_aside
                           OR read <> (SELECT count(*) FROM import_item i WHERE i.workspace_id = import.workspace_id AND i.import_id = import.id))
                        """);
        if (!wrong.isEmpty()) throw new Broken("incomplete imports: " + wrong);
        List<String> twice =
                texts(
                        "SELECT message_id FROM message_id GROUP BY workspace_id, message_id HAVING count(*) > 1");
        if (!twice.isEmpty()) throw new Broken("messages twice: " + twice);
        Program doctor = Program.started(data, "doctor", "--json", "--rebuild");
        doctor.awaitEnd();
        String said = doctor.said();
        JsonNode findings =
                JsonMapper.shared().readTree(said.substring(said.lastIndexOf("{\"find")));
        for (JsonNode finding : findings.get("findings"))
            if (!finding.get("well").asBoolean())
                throw new Broken("doctor: " + finding.get("what"));
    }

    /** Ends what runs, and leaves the folder for whoever wants to look. */
    Path left() throws Exception {
        server.end();
        return data;
    }

    @Override
    public void close() throws Exception {
        server.end();
        List<String> left = RapportProcess.stillRunningOn(data);
        if (!left.isEmpty()) throw new Broken("still runs: " + left);
        FileSystemUtils.deleteRecursively(folder);
    }
}
