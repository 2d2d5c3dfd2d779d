package app.rapport.cli;

import app.rapport.access.House;
import app.rapport.access.Member;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.FileImport;
import app.rapport.exchange.contacts.Mapping;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Report;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Bring files in: mail (mbox, maildir, eml, Outlook msg and pst), contacts (CSV, TSV, XLSX, vCard), calendars (iCalendar), zip and gz of them.",
            "A folder gives its mail only; name other files themselves."
        })
final class ImportCommand implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();
    @Spec private @Nullable CommandSpec spec;

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

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "JSON that says which column of a table is what, against the best guess.")
    private @Nullable Path mapping;

    @Option(
            names = "--watch",
            description =
                    "Go on looking into the folder, a maildir or mailbox files that grow, until told to end; what was read before is not read again.")
    private boolean watch;

    @Option(names = "--dry-run", description = "Print the same report and store nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        for (Path path : paths) {
            if (!Files.exists(path)) throw new Failure("there is no file or folder " + path);
            if (isEmpty(path))
                System.err.println(path + " is empty: there is nothing to read in it");
        }
        if (watch) return watched();
        Optional<String> said = said();
        Report report = Application.with(data, context -> run(context, said));
        Stdout.result()
                .println(
                        json
                                ? JsonMapper.builder().build().writeValueAsString(report)
                                : words(report));
        return 0;
    }

    private int watched() {
        if (dryRun || mapping != null || paths.size() != 1)
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--watch takes one folder or mailbox file, without --dry-run and --mapping");
        return Application.with(
                data,
                context -> {
                    Viewer viewer =
                            Application.member(context, Optional.ofNullable(email)).viewer();
                    return CurrentWorkspace.call(
                            viewer.workspace(),
                            () -> {
                                addUs(context, viewer);
                                return WatchLoop.run(context, viewer, paths.getFirst());
                            });
                });
    }

    private static boolean isEmpty(Path path) {
        try {
            return Files.isRegularFile(path) && Files.size(path) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Report run(ApplicationContext context, Optional<String> said) {
        Member member = Application.member(context, Optional.ofNullable(email));
        Viewer viewer = member.viewer();
        return CurrentWorkspace.call(
                viewer.workspace(),
                () -> {
                    try {
                        return dryRun
                                ? tried(context, viewer, said)
                                : brought(context, viewer, said);
                    } catch (IOException e) {
                        throw new Failure(String.valueOf(e.getMessage()));
                    }
                });
    }

    private Report brought(ApplicationContext context, Viewer viewer, Optional<String> said)
            throws IOException {
        addUs(context, viewer);
        FileImport fileImport = context.getBean(FileImport.class);
        ImportId id = fileImport.begin(viewer, paths, said, false);
        Report report = fileImport.run(viewer, id, ImportCommand::show);
        fileImport
                .failure(viewer, id)
                .ifPresent(failure -> {
                    throw new Failure(failure);
                });
        return report;
    }

    /** Who is us tells in what is counted, so it is noted and taken back as well. */
    private Report tried(ApplicationContext context, Viewer viewer, Optional<String> said) {
        return Objects.requireNonNull(
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                        .execute(status -> {
                            status.setRollbackOnly();
                            try {
                                return brought(context, viewer, said);
                            } catch (IOException e) {
                                throw new Failure(String.valueOf(e.getMessage()));
                            }
                        }));
    }

    private void addUs(ApplicationContext context, Viewer viewer) {
        House house = context.getBean(House.class);
        house.addOwnAddresses(viewer, me);
        house.addDomains(viewer, domains);
    }

    /** The mapping, looked at before anything starts: a wrong one is wrong use. */
    private Optional<String> said() {
        if (mapping == null) return Optional.empty();
        try {
            String said = Files.readString(mapping);
            Mapping.parse(said);
            return Optional.of(said);
        } catch (NoSuchFileException e) {
            throw wrong("there is no file " + mapping);
        } catch (IOException e) {
            throw wrong(mapping + " cannot be read as text: " + e.getMessage());
        } catch (Mapping.Unclear e) {
            throw wrong(mapping + ": " + e.getMessage());
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "--mapping: " + sentence);
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
                        "%d people and %d companies are new, %d and %d have more or newer data",
                        report.contacts().created(),
                        report.accounts().created(),
                        report.contacts().updated(),
                        report.accounts().updated()));
        report.setAsideItems().stream()
                .limit(20)
                .forEach(item ->
                        words.append(
                                String.format(
                                        "%n  %s, %s: %s",
                                        item.source(), item.position(), item.reason())));
        if (!report.skippedFiles().isEmpty())
            words.append(
                    String.format(
                            "%nnothing to import in: %s",
                            String.join(", ", report.skippedFiles())));
        return words.toString();
    }
}
