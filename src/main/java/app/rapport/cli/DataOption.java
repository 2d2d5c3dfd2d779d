package app.rapport.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data DIR}, as every command takes it. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the data lies; without it the XDG data folder.")
    private @Nullable Path folder;

    Path folder() {
        return (folder == null ? usual() : folder).toAbsolutePath().normalize();
    }

    private static Path usual() {
        String xdg = System.getenv("XDG_DATA_HOME");
        Path base =
                xdg == null || xdg.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".local", "share")
                        : Path.of(xdg);
        return base.resolve("rapport");
    }
}
