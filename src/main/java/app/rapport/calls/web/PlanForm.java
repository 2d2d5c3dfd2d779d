package app.rapport.calls.web;

import static app.rapport.kernel.GivenWords.orEmpty;

import app.rapport.access.Refused;
import app.rapport.calls.model.PlanText;
import app.rapport.calls.model.TalkPlan;
import app.rapport.calls.model.TalkPlan.Terms;
import app.rapport.conversations.Channel;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan as its form sends it. */
record PlanForm(
        @Nullable UUID person,
        @Nullable UUID meeting,
        @Nullable String kind,
        @Nullable String channel,
        @Nullable String at,
        @Nullable String minutes,
        @Nullable String aim,
        @Nullable String questions,
        @Nullable String bring,
        @Nullable String told,
        @Nullable String others,
        @Nullable List<UUID> guests) {
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    static String field(Instant at, ZoneId zone) {
        return FIELD.format(LocalDateTime.ofInstant(at, zone));
    }

    /**
     * @throws Refused when a field cannot be read
     */
    TalkPlan on(TalkPlan sheet, Viewer viewer) {
        Terms terms =
                new Terms(
                        orEmpty(kind).isBlank() ? sheet.terms().kind() : orEmpty(kind),
                        orEmpty(channel).equals("meeting") ? Channel.MEETING : Channel.CALL,
                        sheet.terms().meeting(),
                        moment(orEmpty(at), viewer.zone(), "at"),
                        minutes(orEmpty(minutes)));
        return on(sheet, terms);
    }

    /** What was written, though something beside it cannot be read. */
    TalkPlan words(TalkPlan sheet) {
        return on(sheet, sheet.terms());
    }

    private TalkPlan on(TalkPlan sheet, Terms terms) {
        return new TalkPlan(
                sheet.id(),
                sheet.person(),
                sheet.member(),
                terms,
                new PlanText(
                        orEmpty(aim),
                        orEmpty(questions),
                        orEmpty(bring),
                        orEmpty(told),
                        orEmpty(others)),
                guests == null ? List.of() : guests.stream().map(PersonId::new).toList(),
                sheet.draft(),
                sheet.createdAt(),
                sheet.changedAt(),
                sheet.logged());
    }

    static Optional<Instant> moment(String typed, ZoneId zone, String field) {
        if (typed.isBlank()) return Optional.empty();
        try {
            LocalDateTime read = LocalDateTime.parse(typed, FIELD);
            if (read.getYear() >= 1970 && read.getYear() <= 9999)
                return Optional.of(read.atZone(zone).toInstant());
        } catch (DateTimeException e) {
            // said below
        }
        throw new Refused(field, "Write the time as 2026-03-10T14:30");
    }

    static Optional<Integer> minutes(String typed) {
        if (typed.isBlank()) return Optional.empty();
        try {
            int minutes = Integer.parseInt(typed.strip());
            if (minutes >= 1 && minutes <= 1440) return Optional.of(minutes);
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Refused("minutes", "Between 1 and 1440 minutes");
    }
}
