package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is said before anything starts. */
class WrongUseTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "analyse",
                "member",
                "today --limit -1",
                "today --limit many",
                "today --at yesterday",
                "replay --from 2001-13-45",
                "serve --port 99999",
                "serve --port -1",
                "token create --email a@b.example --name n --scope all",
                "member add --email a@b.example --name n --role king",
                "member role --email a@b.example --role king",
                "import",
                "erase",
                "analyse duplicates"
            })
    void ends_with_two(String words) {
        String[] all = words.isEmpty() ? new String[0] : words.split(" ");
        assertThat(Main.run(all)).isEqualTo(2);
    }

    @Test
    void a_file_that_is_none_fails() throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        for (String command : new String[] {"duplicates", "trust", "asks", "promises"}) {
            assertThat(Main.run("analyse", command, folder.resolve("none").toString()))
                    .as(command)
                    .isEqualTo(1);
            assertThat(Main.run("analyse", command, folder.resolve("folder").toString()))
                    .as(command)
                    .isEqualTo(1);
        }
    }
}
