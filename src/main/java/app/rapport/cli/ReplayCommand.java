package app.rapport.cli;

import app.rapport.conversations.ArchiveReplay;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.Viewer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Walk an archive as if it were live: would Today's judgement have been right?")
final class ReplayCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Mixin private DataOption data = new DataOption();

    @Option(
            names = "--email",
            paramLabel = "E",
            description = "Whose archive; may be left out where there is one member.")
    private @Nullable String email;

    @Option(names = "--from", paramLabel = "DAY", description = "First day, 2001-05-29.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day.")
    private @Nullable LocalDate to;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Write each judgement as JSON Lines.")
    private @Nullable Path predictions;

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ArchiveReplay.Result result;
        try (Writer writer =
                predictions == null
                        ? Writer.nullWriter()
                        : new BufferedWriter(
                                Files.newBufferedWriter(predictions, StandardCharsets.UTF_8))) {
            result =
                    Application.with(
                            data,
                            context -> {
                                Viewer viewer =
                                        Application.member(context, Optional.ofNullable(email))
                                                .viewer();
                                return CurrentWorkspace.call(
                                        viewer.workspace(),
                                        () ->
                                                context.getBean(ArchiveReplay.class)
                                                        .replay(
                                                                viewer,
                                                                start(),
                                                                end(),
                                                                told -> write(writer, told)));
                            });
        }
        Stdout.result()
                .println(
                        json
                                ? JSON.writeValueAsString(ReplayWords.json(result))
                                : ReplayWords.words(result));
        return 0;
    }

    private Instant start() {
        return from == null ? Instant.EPOCH : from.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private Instant end() {
        return to == null
                ? Instant.parse("2100-01-01T00:00:00Z")
                : to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static void write(Writer writer, ArchiveReplay.Told told) {
        ObjectNode line = JSON.createObjectNode();
        switch (told) {
            case ArchiveReplay.Told.Answer(String id, Instant at, double strength) ->
                    line.put("kind", "answer")
                            .put("messageId", id)
                            .put("at", at.truncatedTo(ChronoUnit.SECONDS).toString())
                            .put("strength", strength);
            case ArchiveReplay.Told.RhythmOf(String address, Instant at, double p7, double p30) ->
                    line.put("kind", "rhythm")
                            .put("address", address)
                            .put("at", at.toString())
                            .put("p7", p7)
                            .put("p30", p30);
        }
        try {
            writer.write(JSON.writeValueAsString(line) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
