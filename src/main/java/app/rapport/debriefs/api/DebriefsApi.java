package app.rapport.debriefs.api;

import app.rapport.access.Refused;
import app.rapport.debriefs.Debrief;
import app.rapport.debriefs.Debriefs;
import app.rapport.debriefs.Whole;
import app.rapport.debriefs.model.Figures;
import app.rapport.debriefs.model.Lesson;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.promises.Promises;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Debriefs over the API, for the negotiations' teams; habits for their member alone. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class DebriefsApi {
    private final Debriefs debriefs;

    DebriefsApi(Debriefs debriefs) {
        this.debriefs = debriefs;
    }

    /**
     * What came of a table, in points from 0 to 100; theirs as they were believed.
     *
     * @param result agreed or left
     * @param leftForUs more that we might have had at no cost to them
     * @param moreForUs what both might still gain
     * @param moreForThem at once
     * @param debriefedAt when it was looked back at; null while it was not
     */
    record DebriefJson(
            UUID negotiation,
            String result,
            Instant closedAt,
            @Nullable Instant debriefedAt,
            Map<String, String> agreed,
            @Nullable Double ours,
            @Nullable Double theirs,
            @Nullable Double aim,
            @Nullable Double proposal,
            @Nullable Double walkAway,
            @Nullable Double leftForUs,
            @Nullable Double moreForUs,
            @Nullable Double moreForThem,
            double gave,
            double got,
            List<LessonJson> lessons,
            List<CameTrueJson> marks,
            List<UUID> promises) {
        static DebriefJson of(Debrief one) {
            Figures figures = one.figures();
            Optional<Figures.Left> left = figures.left();
            return new DebriefJson(
                    one.sitting().negotiation().id().value(),
                    figures.agreed() ? "agreed" : "left",
                    one.ending().at(),
                    one.held().map(Debrief.Held::at).orElse(null),
                    one.terms(),
                    figures.ours().orElse(null),
                    figures.theirs().orElse(null),
                    figures.aim().orElse(null),
                    figures.proposal().orElse(null),
                    figures.walkAway().orElse(null),
                    left.map(Figures.Left::ours).orElse(null),
                    left.map(Figures.Left::moreForUs).orElse(null),
                    left.map(Figures.Left::moreForThem).orElse(null),
                    figures.gave(),
                    figures.got(),
                    one.lessons().stream().map(LessonJson::of).toList(),
                    CameTrueJson.of(one.marks()),
                    one.promises().stream().map(Promise::id).toList());
        }
    }

    /**
     * @param ofOneself not of the other side
     * @param onlyMine nobody else reads it
     */
    record LessonJson(
            UUID id, String words, UUID by, Instant at, boolean ofOneself, boolean onlyMine) {
        static LessonJson of(Lesson one) {
            return new LessonJson(
                    one.id(),
                    one.words(),
                    one.by().value(),
                    one.at(),
                    one.about().isEmpty(),
                    one.only().isPresent());
        }
    }

    /**
     * @param caution one of the table's
     */
    record CameTrueJson(UUID caution, boolean cameTrue) {
        static List<CameTrueJson> of(Map<UUID, Boolean> marks) {
            return new TreeMap<>(marks)
                    .entrySet().stream()
                            .map(one -> new CameTrueJson(one.getKey(), one.getValue()))
                            .toList();
        }
    }

    @GetMapping("/api/v1/negotiations/{id}/debrief")
    DebriefJson one(@PathVariable UUID id, Viewer viewer) {
        return debriefs.of(viewer, new NegotiationId(id))
                .map(DebriefJson::of)
                .orElseThrow(DebriefsApi::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** The whole negotiation: plan, offers, result, what was learned. */
    @GetMapping("/api/v1/negotiations/{id}/whole")
    Whole whole(@PathVariable UUID id, Viewer viewer) {
        return debriefs.whole(viewer, new NegotiationId(id)).orElseThrow(DebriefsApi::nothing);
    }

    /** It was talked over; its figures are kept as they are believed now. */
    @PostMapping("/api/v1/negotiations/{id}/debrief/held")
    DebriefJson hold(@PathVariable UUID id, Viewer viewer) {
        if (!debriefs.hold(viewer, new NegotiationId(id))) throw nothing();
        return one(id, viewer);
    }

    @DeleteMapping("/api/v1/negotiations/{id}/debrief/held")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable UUID id, Viewer viewer) {
        if (!debriefs.release(viewer, new NegotiationId(id))) throw nothing();
    }

    /**
     * @param side ours or theirs
     * @param contact whom it is with
     * @param keeper who of us looks after it; the caller where left out
     */
    record PromiseBody(
            String side,
            @Nullable UUID contact,
            @Nullable UUID keeper,
            String what,
            @Nullable LocalDate due) {
        Promises.New read(Viewer viewer) {
            return new Promises.New(
                    "theirs".equals(side) ? Promise.Side.THEIRS : Promise.Side.OURS,
                    Optional.ofNullable(contact).map(PersonId::new),
                    keeper == null ? viewer.member() : new MemberId(keeper),
                    what == null ? "" : what,
                    Optional.ofNullable(due).map(day -> new Deadline(day, Optional.empty())),
                    2,
                    Optional.empty());
        }
    }

    record PromisesBody(List<PromiseBody> promises) {}

    /** Makes promises of what was agreed: all of them, or none. */
    @PostMapping("/api/v1/negotiations/{id}/debrief/promises")
    DebriefJson promise(@PathVariable UUID id, @RequestBody PromisesBody body, Viewer viewer) {
        if (body.promises() == null) throw new Refused("promises", "Say which");
        List<Promises.New> wanted = body.promises().stream().map(one -> one.read(viewer)).toList();
        if (debriefs.promise(viewer, new NegotiationId(id), wanted).isEmpty()) throw nothing();
        return one(id, viewer);
    }

    /** A slip: a promise to which nothing happened since never was. */
    @DeleteMapping("/api/v1/negotiations/{id}/debrief/promises/{promise}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unpromise(@PathVariable UUID id, @PathVariable UUID promise, Viewer viewer) {
        if (!debriefs.unpromise(viewer, new NegotiationId(id), List.of(promise))) throw nothing();
    }

    /**
     * @param cameTrue null to say nothing any more
     */
    record MarkBody(@Nullable Boolean cameTrue) {}

    /** Says whether what was warned of at the table came true. */
    @PutMapping("/api/v1/negotiations/{id}/debrief/cautions/{caution}")
    DebriefJson mark(
            @PathVariable UUID id,
            @PathVariable UUID caution,
            @RequestBody MarkBody body,
            Viewer viewer) {
        NegotiationId of = new NegotiationId(id);
        if (!debriefs.isThere(viewer, of)
                || !debriefs.mark(viewer, of, caution, Optional.ofNullable(body.cameTrue())))
            throw nothing();
        return one(id, viewer);
    }
}
