package app.rapport.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A connection remembers its workspace; that holds as long as nobody changes it behind its back.
 */
class OneDoorTest {

    @Test
    void only_the_workspaces_data_source_sets_the_workspace() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> setting =
                    sources.filter(path -> path.toString().endsWith(".java"))
                            .filter(path -> read(path).contains("app.workspace"))
                            .map(path -> path.getFileName().toString())
                            .toList();
            assertThat(setting).containsExactly("WorkspaceDataSource.java");
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
