package app.rapport.cli;

import app.rapport.agenda.Today;
import app.rapport.agenda.TodayJson;
import app.rapport.agenda.TodayWords;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "today", mixinStandardHelpOptions = true, description = "Whom to talk to, and why.")
final class TodayCommand implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--email",
            paramLabel = "E",
            description = "Whose day; may be left out where there is one member.")
    private @Nullable String email;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description =
                    "A past moment, 2001-05-29T14:00:00Z or 2001-05-29; then only what was known then counts.")
    private @Nullable String at;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
    private int limit;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (limit < 0)
            throw new ParameterException(spec.commandLine(), "--limit " + limit + " is below 0");
        Function<ZoneId, Instant> moment = moment();
        String result =
                Application.with(
                        data,
                        context -> {
                            Viewer viewer =
                                    Application.member(context, Optional.ofNullable(email))
                                            .viewer();
                            return CurrentWorkspace.call(
                                    viewer.workspace(),
                                    () -> {
                                        Today.TodayList today =
                                                context.getBean(Today.class)
                                                        .at(viewer, moment.apply(viewer.zone()));
                                        return json
                                                ? JsonMapper.builder()
                                                        .build()
                                                        .writeValueAsString(
                                                                TodayJson.of(today, limit))
                                                : new TodayWords(today, viewer.zone()).text(limit);
                                    });
                        });
        Stdout.result().println(result);
        return 0;
    }

    /** Looked at before anything starts: what is no time is wrong use. */
    private Function<ZoneId, Instant> moment() {
        if (at == null) return _ -> Instant.now();
        try {
            if (at.length() == 10) {
                LocalDate day = LocalDate.parse(at);
                return zone -> day.atTime(8, 0).atZone(zone).toInstant();
            }
            Instant moment = OffsetDateTime.parse(at).toInstant();
            return _ -> moment;
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--at " + at + ": write it as 2001-05-29T14:00:00Z or 2001-05-29");
        }
    }
}
