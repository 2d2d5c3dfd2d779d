package app.rapport.cli;

import app.rapport.agenda.Today;
import app.rapport.agenda.TodayJson;
import app.rapport.agenda.model.Item;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.Level;
import app.rapport.kernel.Viewer;
import app.rapport.people.PersonCard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "today", mixinStandardHelpOptions = true, description = "Whom to talk to, and why.")
final class TodayCommand implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();

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
                                                        .at(viewer, moment(viewer.zone()));
                                        return json
                                                ? JsonMapper.builder()
                                                        .build()
                                                        .writeValueAsString(
                                                                TodayJson.of(today, limit))
                                                : words(today, viewer.zone());
                                    });
                        });
        System.out.println(result);
        return 0;
    }

    private Instant moment(ZoneId zone) {
        if (at == null) return Instant.now();
        try {
            return at.length() == 10
                    ? LocalDate.parse(at).atTime(8, 0).atZone(zone).toInstant()
                    : OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeParseException e) {
            throw new Failure("--at " + at + ": write it as 2001-05-29T14:00:00Z or 2001-05-29");
        }
    }

    private String words(Today.TodayList today, ZoneId zone) {
        DateTimeFormatter day =
                DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(zone);
        StringBuilder words = new StringBuilder();
        Level level = null;
        for (Item item : today.open().stream().limit(limit).toList()) {
            if (item.level() != level) {
                level = item.level();
                words.append(String.format("%n%d  %s%n", level.number(), level.words()));
            }
            words.append(
                    String.format(
                            "   %s, since %s%n      %s%n",
                            today.person(item)
                                    .map(TodayCommand::who)
                                    .orElse("Nobody in particular"),
                            day.format(item.since()),
                            item.first().why()));
            String quote =
                    item.first().evidence().isEmpty()
                            ? ""
                            : today.quote(item.first().evidence().getFirst());
            if (!quote.isEmpty())
                words.append("      \"").append(quote.replaceAll("\\s+", " ")).append("\"\n");
            words.append("      First step: ").append(item.first().firstStep()).append('\n');
        }
        return words.isEmpty() ? "Nobody waits for you." : words.toString().strip();
    }

    private static String who(PersonCard card) {
        return card.where().isEmpty() ? card.name() : card.name() + ", " + card.where();
    }
}
