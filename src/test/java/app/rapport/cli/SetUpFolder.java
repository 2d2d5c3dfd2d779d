package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A data folder in which a firm and its owner are set up. The program makes one, once for each
 * build, and every test gets a copy: what setting up does is what {@link ServerLifeTest} asks.
 */
final class SetUpFolder {
    static final String OWNER = "owner@example.org";
    static final String PASSWORD = "Correct-Horse-9-battery";
    private static final Path JAR = Path.of("target", "dist", "rapport.jar");
    private static final Path GATE = Path.of("target", "set-up-folder.lock");

    private SetUpFolder() {}

    /** Fills an empty folder. */
    static void copyInto(Path data) throws IOException {
        Path made = Path.of("target", "set-up-folder-" + build());
        try (FileChannel gate =
                        FileChannel.open(
                                GATE, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = gate.lock()) {
            if (!Files.exists(made)) make(made);
        }
        run("cp", "-a", made + "/.", data.toString());
    }

    /** Says which program made it; the classes of this process are taken for changed each time. */
    private static String build() throws IOException {
        return System.getenv("RAPPORT_TEST_PROGRAM") == null
                ? "by-" + ProcessHandle.current().pid()
                : String.valueOf(Files.getLastModifiedTime(JAR).toMillis());
    }

    private static void make(Path made) throws IOException {
        Path half = made.resolveSibling(made.getFileName() + ".half");
        run("rm", "-rf", half.toString());
        try (RapportProcess setup =
                RapportProcess.started(
                                half,
                                "setup",
                                "--workspace",
                                "Firm",
                                "--email",
                                OWNER,
                                "--name",
                                "Owner",
                                "--password-stdin")
                        .given(PASSWORD + "\n")) {
            assertThat(setup.exitCode()).as(setup.err()).isZero();
        }
        Files.move(half, made);
    }

    private static void run(String... command) throws IOException {
        try {
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
