package app.rapport.cli;

import app.rapport.database.backup.Backups;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Write everything into one file, also while the server runs.")
final class BackupCommand implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();
    @Mixin private PassphraseOption seal = new PassphraseOption();

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print what was written as one JSON object.")
    private boolean json;

    private record Result(String file, long bytes, int tables, long rows) {}

    @Override
    public Integer call() {
        Backups.Written written =
                Application.with(
                        data,
                        context ->
                                context.getBean(Backups.class)
                                        .write(file.toAbsolutePath(), seal.passphrase()));
        Result result =
                new Result(
                        written.file().toString(),
                        written.bytes(),
                        written.tables(),
                        written.rows());
        Stdout.result()
                .println(
                        json
                                ? JsonMapper.shared().writeValueAsString(result)
                                : "%s: %,d rows of %d tables, %,d bytes"
                                        .formatted(
                                                result.file(),
                                                result.rows(),
                                                result.tables(),
                                                result.bytes()));
        return 0;
    }
}
