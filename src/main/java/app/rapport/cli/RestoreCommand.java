package app.rapport.cli;

import app.rapport.database.DatabaseLocation;
import app.rapport.database.Restoration;
import app.rapport.people.ErasedAgain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Bring a backup back into an empty data folder.")
final class RestoreCommand implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();
    @Mixin private PassphraseOption seal = new PassphraseOption();

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print what came back as one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) throw new Failure("there is no file " + file);
        long rows = new Restoration(data.folder(), file, seal.passphrase()).run(this::eraseAgain);
        Stdout.result()
                .println(
                        json
                                ? JsonMapper.shared().writeValueAsString(Map.of("rows", rows))
                                : "%,d rows are back in %s".formatted(rows, data.folder()));
        return 0;
    }

    private void eraseAgain(DatabaseLocation restored) {
        if (Files.exists(data.folder().resolve("erased.tombstones")))
            Application.with(
                    data.folder(), restored, context -> context.getBean(ErasedAgain.class).run());
    }
}
