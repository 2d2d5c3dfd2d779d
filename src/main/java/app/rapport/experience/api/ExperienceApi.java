package app.rapport.experience.api;

import app.rapport.access.Refused;
import app.rapport.experience.Experiences;
import app.rapport.experience.model.Ledger;
import app.rapport.experience.model.Ledger.Line;
import app.rapport.experience.model.Mark.Feeling;
import app.rapport.kernel.Estimate;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A contact's experience with what made it. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class ExperienceApi {
    private final Experiences experiences;
    private final People people;
    private final Clock clock;

    ExperienceApi(Experiences experiences, People people, Clock clock) {
        this.experiences = experiences;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param points when it happened; @param now what is left of them
     * @param wrong who says that it is wrong, and why; null where it counts
     */
    record EntryJson(
            String source,
            String entry,
            String kind,
            String at,
            double points,
            double now,
            String reason,
            String href,
            @Nullable String wrong) {
        static EntryJson of(Line line) {
            return new EntryJson(
                    line.entry().key().source(),
                    line.entry().key().name(),
                    line.entry().kind().name().toLowerCase(Locale.ROOT),
                    line.entry().at().toString(),
                    line.entry().points(),
                    line.now(),
                    line.entry().reason(),
                    line.entry().href(),
                    line.wrong().map(wrong -> wrong.by() + ": " + wrong.words()).orElse(null));
        }
    }

    /**
     * @param score the sum of what the entries count now, with its 90 % range; null while not known
     */
    record ExperienceJson(
            String at,
            String state,
            @Nullable Double score,
            @Nullable Double low,
            @Nullable Double high,
            List<EntryJson> entries) {
        static ExperienceJson of(Ledger ledger) {
            String state = ledger.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
            String at = ledger.at().toString();
            List<EntryJson> entries = ledger.lines().stream().map(EntryJson::of).toList();
            return ledger.estimate()
                            instanceof Estimate.Known(double value, double low, double high)
                    ? new ExperienceJson(at, state, value, low, high, entries)
                    : new ExperienceJson(at, state, null, null, null, entries);
        }
    }

    /**
     * @param at ISO 8601; as it was known then
     */
    @GetMapping("/api/v1/contacts/{id}/experience")
    ExperienceJson experience(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String at,
            Viewer viewer) {
        PersonId person = known(viewer, id);
        Instant moment = at == null ? clock.instant() : moment(at);
        return ExperienceJson.of(experiences.with(viewer, person, moment));
    }

    /**
     * @param feeling delighted, pleased, annoyed or hurt; @param at now where it is left out
     */
    record NewMark(String feeling, @Nullable String words, @Nullable OffsetDateTime at) {}

    record MarkJson(UUID id) {}

    /** How one of us says that it was for them. */
    @PostMapping("/api/v1/contacts/{id}/experience/marks")
    @ResponseStatus(HttpStatus.CREATED)
    MarkJson mark(@PathVariable UUID id, @RequestBody NewMark mark, Viewer viewer) {
        PersonId person = known(viewer, id);
        Feeling feeling =
                Optional.ofNullable(mark.feeling())
                        .flatMap(Feeling::of)
                        .orElseThrow(() ->
                                new Refused("feeling", "One of delighted, pleased, annoyed, hurt"));
        return new MarkJson(
                experiences.mark(
                        viewer,
                        person,
                        Experiences.New.nowhere(
                                feeling,
                                mark.words() == null ? "" : mark.words(),
                                mark.at() == null ? clock.instant() : mark.at().toInstant())));
    }

    private PersonId known(Viewer viewer, UUID id) {
        PersonId person = new PersonId(id);
        if (people.card(viewer, person).isEmpty())
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return person;
    }

    private static Instant moment(String at) {
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeParseException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "at is a time such as 2026-03-09T12:00:00Z", e);
        }
    }
}
