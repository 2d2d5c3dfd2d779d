package app.rapport.cli;

import app.rapport.listening.Commitments;
import app.rapport.listening.Promised;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "promises",
        mixinStandardHelpOptions = true,
        description = {
            "For JSON Lines {\"id\",\"text\"}, where wanted with \"at\" and \"zone\": the chance that each",
            "commits to something, and the day it is due (null without \"at\")."
        })
final class PromisesCommand implements Callable<Integer> {
    private static final Pattern OFFSET = Pattern.compile(".*T.*(Z|[+-]\\d{2}(:?\\d{2})?)$");

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("-");

    @SuppressWarnings("unused")
    @Mixin
    private final JsonAlways json = new JsonAlways();

    @Override
    public Integer call() throws IOException {
        JsonLines.answer(file, "id and text", PromisesCommand::judge);
        return 0;
    }

    private static void judge(JsonNode row, ObjectNode result) {
        String text = row.path("text").asString("");
        result.put("commitment", JsonLine.rounded(Commitments.of(text), 1e4));
        result.put(
                "due",
                written(row)
                        .flatMap(at -> Promised.due(text, at))
                        .map(LocalDate::toString)
                        .orElse(null));
    }

    private static Optional<LocalDateTime> written(JsonNode row) {
        String at = row.path("at").asString("");
        if (at.isBlank()) return Optional.empty();
        String zone = row.path("zone").asString("");
        try {
            return Optional.of(local(at.strip(), zone.strip()));
        } catch (DateTimeException e) {
            throw new Failure("\"at\" " + at + " or \"zone\" " + zone + " is not understood");
        }
    }

    /** Without a zone the writer's clock is the one that "at" is told by. */
    private static LocalDateTime local(String at, String zone) {
        if (!at.contains("T")) return LocalDate.parse(at).atStartOfDay();
        if (!OFFSET.matcher(at).matches()) return LocalDateTime.parse(at);
        if (zone.isEmpty()) return OffsetDateTime.parse(at).toLocalDateTime();
        Instant moment = OffsetDateTime.parse(at).toInstant();
        return LocalDateTime.ofInstant(moment, ZoneId.of(zone));
    }
}
