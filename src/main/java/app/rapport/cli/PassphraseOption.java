package app.rapport.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --passphrase-file FILE}: a passphrase never stands on a command line that others see. */
final class PassphraseOption {
    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Seal the backup under the first line of this file.")
    private @Nullable Path file;

    Optional<char[]> passphrase() {
        if (file == null) return Optional.empty();
        try {
            String first =
                    Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("");
            if (first.isEmpty()) throw new Failure(file + " is empty: no passphrase");
            return Optional.of(first.toCharArray());
        } catch (IOException e) {
            throw new Failure(file + " cannot be read: " + e.getMessage());
        }
    }
}
