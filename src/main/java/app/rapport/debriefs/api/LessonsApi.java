package app.rapport.debriefs.api;

import app.rapport.debriefs.Debriefs;
import app.rapport.debriefs.Lessons;
import app.rapport.debriefs.api.DebriefsApi.DebriefJson;
import app.rapport.debriefs.model.Habits;
import app.rapport.debriefs.model.Lesson.About;
import app.rapport.debriefs.model.Lesson.Company;
import app.rapport.debriefs.model.Lesson.Person;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import java.util.Optional;
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

/** What was learned at tables over the API, and a member's habits for that member alone. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class LessonsApi {
    private final Debriefs debriefs;
    private final Lessons lessons;

    LessonsApi(Debriefs debriefs, Lessons lessons) {
        this.debriefs = debriefs;
        this.lessons = lessons;
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private DebriefJson debrief(UUID id, Viewer viewer) {
        return debriefs.of(viewer, new NegotiationId(id))
                .map(DebriefJson::of)
                .orElseThrow(LessonsApi::nothing);
    }

    /**
     * @param person somebody with a part in the deal
     * @param company its company; neither: oneself
     */
    record LessonBody(@Nullable UUID person, @Nullable UUID company, String words) {
        Optional<About> about() {
            if (person != null) return Optional.of(new Person(new PersonId(person)));
            return Optional.ofNullable(company).map(id -> new Company(new AccountId(id)));
        }
    }

    @PostMapping("/api/v1/negotiations/{id}/debrief/lessons")
    DebriefJson learn(@PathVariable UUID id, @RequestBody LessonBody body, Viewer viewer) {
        if (!debriefs.isThere(viewer, new NegotiationId(id))) throw nothing();
        String words = body.words() == null ? "" : body.words();
        if (lessons.learn(viewer, new NegotiationId(id), body.about(), words).isEmpty())
            throw nothing();
        return debrief(id, viewer);
    }

    @DeleteMapping("/api/v1/negotiations/{id}/debrief/lessons/{lesson}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable UUID id, @PathVariable UUID lesson, Viewer viewer) {
        if (!lessons.forget(viewer, new NegotiationId(id), lesson)) throw nothing();
    }

    /** The undo of that. */
    @PostMapping("/api/v1/negotiations/{id}/debrief/lessons/{lesson}/bring-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remember(@PathVariable UUID id, @PathVariable UUID lesson, Viewer viewer) {
        if (!lessons.remember(viewer, new NegotiationId(id), lesson)) throw nothing();
    }

    record SharedBody(boolean shared) {}

    /** Lets the team read what a member learned of themselves, or not any more. */
    @PutMapping("/api/v1/negotiations/{id}/debrief/lessons/{lesson}/shared")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void share(
            @PathVariable UUID id,
            @PathVariable UUID lesson,
            @RequestBody SharedBody body,
            Viewer viewer) {
        if (!lessons.share(viewer, new NegotiationId(id), lesson, body.shared())) throw nothing();
    }

    /**
     * What the caller does at tables; points are means.
     *
     * @param known whether there are tables enough to say anything; all else is null while not
     * @param packaged share of concessions that moved more than one issue
     * @param back of each point given
     */
    record HabitsJson(
            boolean known,
            int tables,
            @Nullable Double opening,
            @Nullable Double firstStep,
            @Nullable Double laterStep,
            @Nullable Long growing,
            @Nullable Long firstToMove,
            @Nullable Double packaged,
            @Nullable Double back) {}

    @GetMapping("/api/v1/me/habits")
    HabitsJson habits(Viewer viewer) {
        Habits one = debriefs.habits(viewer);
        if (!one.isKnown())
            return new HabitsJson(false, one.tables(), null, null, null, null, null, null, null);
        return new HabitsJson(
                true,
                one.tables(),
                one.opening().orElse(null),
                one.firstStep().orElse(null),
                one.laterStep().orElse(null),
                one.growing(),
                one.firstToMove(),
                one.packaged().orElse(null),
                one.back().orElse(null));
    }
}
