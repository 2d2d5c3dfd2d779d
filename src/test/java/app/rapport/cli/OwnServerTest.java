package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The oldest PostgreSQL that Rapport takes, as Debian installs it: the main path over it, whole.
 */
class OwnServerTest {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String PORT = "54915";

    private static Path folder;
    private static Path data;
    private static Map<String, String> environment;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.isDirectory(PROGRAMS), "Debian's postgresql-15 is not installed");
        folder = Files.createTempDirectory("own-server");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        data = Files.createDirectory(folder.resolve("data"));
        run(
                "initdb",
                "-D",
                folder.resolve("pg").toString(),
                "-U",
                "admin",
                "--auth=trust",
                "--no-sync",
                "-E",
                "UTF8",
                "--locale=C.UTF-8");
        run(
                "pg_ctl",
                "-D",
                folder.resolve("pg").toString(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + PORT + " -k " + folder + " -c fsync=off",
                "start");
        for (String statement :
                List.of(
                        "CREATE ROLE firm LOGIN PASSWORD 'one'",
                        "CREATE ROLE rapport_app LOGIN PASSWORD 'two'",
                        "CREATE DATABASE crm OWNER firm")) {
            run(
                    "psql",
                    "-h",
                    folder.toString(),
                    "-p",
                    PORT,
                    "-U",
                    "admin",
                    "-c",
                    statement,
                    "postgres");
        }
        environment =
                Map.of(
                        "RAPPORT_DATABASE_URL",
                                "postgresql://rapport_app:two@127.0.0.1:" + PORT + "/crm",
                        "RAPPORT_DATABASE_OWNER_URL",
                                "postgresql://firm:one@127.0.0.1:" + PORT + "/crm");
    }

    @AfterAll
    static void stop() throws Exception {
        if (folder == null) return;
        run("pg_ctl", "-D", folder.resolve("pg").toString(), "-m", "immediate", "stop");
    }

    @Test
    void the_main_path_over_postgresql_15() throws Exception {
        assertThat(
                        command(
                                "Correct-Horse-9-battery\n",
                                "setup",
                                "--workspace",
                                "Firm",
                                "--email",
                                "owner@example.org",
                                "--name",
                                "Owner",
                                "--password-stdin"))
                .isEmpty();
        Path mail = Files.writeString(folder.resolve("in.mbox"), MAIL);
        assertThat(command("", "import", mail.toString(), "--me", "owner@example.org", "--json"))
                .contains("\"read\":1", "\"stored\":1");
        assertThat(command("", "today", "--at", "2026-03-03T12:00:00Z", "--json"))
                .contains("Ines Vogt");
        command("", "backup", folder.resolve("all.rapport").toString());
        command("", "export", folder.resolve("export").toString());
        try (RapportProcess server = RapportProcess.serving(data, environment)) {
            assertThat(server.out()).doesNotContain("Set it up");
        }
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    private static String command(String input, String... words) throws IOException {
        try (RapportProcess command =
                RapportProcess.started(data, environment, words).given(input)) {
            assertThat(command.exitCode()).as(command.out() + command.err()).isZero();
            return command.out();
        }
    }

    private static void run(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root"))
            command.addAll(
                    List.of(
                            "setpriv",
                            "--reuid=postgres",
                            "--regid=postgres",
                            "--clear-groups",
                            "--"));
        command.add(PROGRAMS.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("own-server", ".log");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }

    private static final String MAIL =
            """
            From ines@customer.example Mon Mar  2 09:00:00 2026
            From: Ines Vogt <ines@customer.example>
            To: Owner <owner@example.org>
            Subject: The offer
            Date: Mon, 02 Mar 2026 09:00:00 +0000
            Message-ID: <offer-1@customer.example>
            Content-Type: text/plain; charset=utf-8

            Could you send me the offer for forty seats by Thursday?

            Ines
            """;
}
