package app.rapport.mirror.api;

import app.rapport.access.NextPage;
import app.rapport.access.Refused;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.mirror.Mirrors;
import app.rapport.mirror.Mirrors.Mirror;
import app.rapport.mirror.api.MirrorJson.MirrorFactJson;
import app.rapport.mirror.api.MirrorJson.MirrorFigureJson;
import app.rapport.mirror.model.Figure;
import app.rapport.mirror.model.Group;
import app.rapport.mirror.model.Often;
import app.rapport.mirror.model.Question;
import app.rapport.mirror.model.Step;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The asker's own mirror, and those that are shared. */
@RestController
@RequestMapping("/api/v1/mirror")
@Needs(toRead = Right.READ_RECORDS, toChange = Right.CHANGE_OWN)
class MirrorApi {
    private static final int MOST = 500;

    private final Mirrors mirrors;

    MirrorApi(Mirrors mirrors) {
        this.mirrors = mirrors;
    }

    @GetMapping
    MirrorJson own(Viewer viewer) {
        return MirrorJson.of(mirrors.own(viewer));
    }

    @GetMapping("/{member}")
    MirrorJson of(@PathVariable UUID member, Viewer viewer) {
        return MirrorJson.of(shared(viewer, member));
    }

    private Mirror shared(Viewer viewer, UUID member) {
        return mirrors.of(viewer, new MemberId(member)).orElseThrow(MirrorApi::nothing);
    }

    record SharerJson(UUID member, String name) {}

    record SharerList(List<SharerJson> items) {}

    /** Colleagues who let others look, by name. */
    @GetMapping("/sharing")
    SharerList sharing(Viewer viewer) {
        return new SharerList(
                mirrors.sharing(viewer).entrySet().stream()
                        .map(one -> new SharerJson(one.getKey().value(), one.getValue()))
                        .toList());
    }

    /** Lets colleagues look at the asker's own. */
    @PutMapping("/sharing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void share(Viewer viewer) {
        mirrors.share(viewer);
    }

    /** The asker's own is theirs alone again. */
    @DeleteMapping("/sharing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keepPrivate(Viewer viewer) {
        mirrors.keepPrivate(viewer);
    }

    /** Of all who work here; only figures in which enough members are to hide one. */
    @GetMapping("/team")
    List<MirrorFigureJson> team(Viewer viewer) {
        return mirrors.team(viewer).counts().entrySet().stream()
                .map(one -> MirrorFigureJson.of(one.getKey(), one.getValue()))
                .toList();
    }

    /** Those behind one count, the newest first; the header {@code Link} leads to the next page. */
    @GetMapping("/facts")
    ResponseEntity<List<MirrorFactJson>> facts(
            @RequestParam String figure,
            @RequestParam String group,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "500") int limit,
            Viewer viewer) {
        return facts(mirrors.own(viewer), figure, group, cursor, limit);
    }

    @GetMapping("/{member}/facts")
    ResponseEntity<List<MirrorFactJson>> factsOf(
            @PathVariable UUID member,
            @RequestParam String figure,
            @RequestParam String group,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "500") int limit,
            Viewer viewer) {
        return facts(shared(viewer, member), figure, group, cursor, limit);
    }

    private ResponseEntity<List<MirrorFactJson>> facts(
            Mirror mirror, String figure, String group, String cursor, int limit) {
        Figure which =
                Figure.of(figure)
                        .orElseThrow(() -> new Refused("figure", "There is no such figure"));
        Group in =
                Group.of(group)
                        .filter(which.groups()::contains)
                        .orElseThrow(() -> new Refused("group", "This figure has no such group"));
        int most = Math.clamp(limit, 1, MOST);
        return NextPage.linked(
                mirrors.facts(mirror, which, in, cursor, most).map(MirrorFactJson::of));
    }

    /**
     * Answers by question: never, seldom, half, mostly, always, or left-out. What is not named
     * stays open; once none is, the facts are shown, and what was said stands for 90 days.
     */
    @PutMapping("/answers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(@RequestBody Map<String, String> typed, Viewer viewer) {
        Map<Question, Optional<Often>> answers = new EnumMap<>(Question.class);
        typed.forEach((question, often) ->
                answers.put(
                        Question.of(question)
                                .orElseThrow(
                                        () -> new Refused(question, "There is no such question")),
                        read(question, String.valueOf(often))));
        mirrors.say(viewer, answers);
    }

    private static Optional<Often> read(String question, String often) {
        if (often.equals(Often.LEFT_OUT)) return Optional.empty();
        return Optional.of(
                Often.of(often)
                        .orElseThrow(() ->
                                new Refused(
                                        question,
                                        "Answer with never, seldom, half, mostly, always or left-out")));
    }

    /**
     * @param fine whether it was as it should be
     * @param words what was met
     */
    record StepWalked(@Nullable Boolean fine, @Nullable String words) {}

    /** One step of the walk through our own first contact, as it was met now. */
    @PutMapping("/walk/{step}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void walk(@PathVariable String step, @RequestBody StepWalked walked, Viewer viewer) {
        Step which = Step.of(step).orElseThrow(MirrorApi::nothing);
        if (walked.fine() == null) throw new Refused("fine", "Say whether it is as it should be");
        mirrors.walk(viewer, which, walked.fine(), walked.words() == null ? "" : walked.words());
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
