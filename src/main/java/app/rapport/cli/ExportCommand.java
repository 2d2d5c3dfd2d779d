package app.rapport.cli;

import app.rapport.access.Member;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.Trouble;
import app.rapport.exchange.Export;
import app.rapport.exchange.Export.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Write everything as plain files: contacts.csv, contacts.vcf, accounts.csv, touches.jsonl, mail.mbox.")
final class ExportCommand implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();

    @Parameters(paramLabel = "DIR", description = "An empty folder, or one with an export.")
    private Path folder = Path.of(".");

    @Option(
            names = "--email",
            paramLabel = "E",
            description = "Whose mail is written; may be left out where there is one member.")
    private @Nullable String email;

    @Option(names = "--json", description = "Print what was written as one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        List<Written> files = Application.with(data, this::run);
        Stdout.result()
                .println(
                        json
                                ? JsonMapper.shared()
                                        .writeValueAsString(
                                                Map.of("folder", folder.toString(), "files", files))
                                : files.stream()
                                        .map(file ->
                                                "%s: %,d".formatted(file.name(), file.records()))
                                        .collect(Collectors.joining("\n")));
        return 0;
    }

    private List<Written> run(ApplicationContext context) {
        Member member = Application.member(context, Optional.ofNullable(email));
        return CurrentWorkspace.call(
                member.workspace(),
                () -> {
                    try {
                        return context.getBean(Export.class).toFolder(member.viewer(), folder);
                    } catch (IOException e) {
                        throw new Failure(folder + " cannot be written: " + Trouble.reason(e));
                    }
                });
    }
}
