package app.rapport.cli;

import app.rapport.access.House;
import app.rapport.access.Member;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.MailImport;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Report;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Bring files in: mail archives (mbox, maildir, eml, zip, gz).")
final class ImportCommand implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();

    @Parameters(arity = "1..*", paramLabel = "PATH")
    private List<Path> paths = List.of();

    @Option(
            names = "--email",
            paramLabel = "E",
            description = "Whose import it is; may be left out where there is one member.")
    private @Nullable String email;

    @Option(
            names = "--me",
            split = ",",
            paramLabel = "ADDRESS",
            description = "E's own addresses as they stand in the mail.")
    private List<String> me = List.of();

    @Option(
            names = "--our-domain",
            split = ",",
            paramLabel = "D",
            description = "Mail domains of the firm.")
    private List<String> domains = List.of();

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        for (Path path : paths) {
            if (!Files.exists(path)) throw new Failure("there is no file or folder " + path);
        }
        Report report = Application.with(data, this::run);
        System.out.println(
                json ? JsonMapper.builder().build().writeValueAsString(report) : words(report));
        return 0;
    }

    private Report run(ApplicationContext context) {
        Member member = Application.member(context, Optional.ofNullable(email));
        Viewer viewer = member.viewer();
        return CurrentWorkspace.call(
                viewer.workspace(),
                () -> {
                    House house = context.getBean(House.class);
                    house.addOwnAddresses(viewer, me);
                    house.addDomains(viewer, domains);
                    MailImport mailImport = context.getBean(MailImport.class);
                    try {
                        return mailImport.run(
                                viewer, mailImport.begin(viewer, paths), ImportCommand::show);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static void show(Progress progress) {
        System.err.printf(
                "\r%3d %%  %,d read = %,d stored + %,d already known + %,d set aside",
                progress.percent(),
                progress.read(),
                progress.stored(),
                progress.alreadyKnown(),
                progress.setAside());
        if (progress.percent() == 100) System.err.println();
    }

    private static String words(Report report) {
        StringBuilder words = new StringBuilder();
        words.append(
                String.format(
                        "%d read = %d stored + %d already known + %d set aside%n",
                        report.read(), report.stored(), report.alreadyKnown(), report.setAside()));
        words.append(
                String.format(
                        "%d people and %d companies are new",
                        report.contacts().created(), report.accounts().created()));
        report.setAsideItems().stream()
                .limit(20)
                .forEach(item ->
                        words.append(
                                String.format(
                                        "%n  %s, %s: %s",
                                        item.source(), item.position(), item.reason())));
        if (!report.skippedFiles().isEmpty())
            words.append(
                    String.format("%nno mail in: %s", String.join(", ", report.skippedFiles())));
        return words.toString();
    }
}
