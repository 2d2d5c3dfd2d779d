package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code member add|role|remove} through the real program. */
class MemberCommandTest {
    private static final String PASSWORD = "four sample cartridges\n";

    @TempDir private Path data;

    @Test
    void somebody_comes_gets_another_role_and_leaves() throws IOException {
        SetUpFolder.copyInto(data);
        // the program finds a database that runs: eight starts take half the time
        try (EmbeddedPostgres database = EmbeddedPostgres.in(data)) {
            database.start();
            comesChangesAndLeaves();
        }
    }

    private void comesChangesAndLeaves() throws IOException {
        assertThat(
                        ok(
                                PASSWORD,
                                "member",
                                "add",
                                "--email",
                                "ivo@tarn.example",
                                "--name",
                                "Ivo",
                                "--password-stdin"))
                .contains("Ivo is a member of Firm.");
        assertThat(ok("", "member", "role", "--email", "ivo@tarn.example", "--role", "leader"))
                .contains("Ivo: Leader.");
        assertThat(refused("member", "role", "--email", "owner@example.org", "--role", "seller"))
                .contains("This is the last owner");
        assertThat(ended(2, "member", "role", "--email", "ivo@tarn.example", "--role", "king"))
                .contains("owner, admin, seller, service, leader, read-only");
        assertThat(
                        refused(
                                "member",
                                "remove",
                                "--email",
                                "ivo@tarn.example",
                                "--to",
                                "eve@tarn.example"))
                .contains("nobody here logs in as eve@tarn.example");
        assertThat(
                        ok(
                                "",
                                "member",
                                "remove",
                                "--email",
                                "ivo@tarn.example",
                                "--to",
                                "owner@example.org"))
                .contains("Ivo has left. Owner takes over.");
        assertThat(refused("token", "create", "--email", "ivo@tarn.example", "--name", "t"))
                .contains("ivo@tarn.example");
    }

    private String ok(String input, String... arguments) throws IOException {
        try (RapportProcess program = RapportProcess.started(data, arguments).given(input)) {
            assertThat(program.exitCode()).as(program.err()).isZero();
            assertThat(program.out()).isEmpty();
            return program.err();
        }
    }

    private String refused(String... arguments) throws IOException {
        return ended(1, arguments);
    }

    private String ended(int code, String... arguments) throws IOException {
        try (RapportProcess program = RapportProcess.started(data, arguments).given("")) {
            assertThat(program.exitCode()).as(program.err()).isEqualTo(code);
            assertThat(program.out()).isEmpty();
            return program.err();
        }
    }
}
