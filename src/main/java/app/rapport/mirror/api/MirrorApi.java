package app.rapport.mirror.api;

import app.rapport.access.Refused;
import app.rapport.kernel.Estimate;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.mirror.Mirrors;
import app.rapport.mirror.Mirrors.Mirror;
import app.rapport.mirror.model.Figure;
import app.rapport.mirror.model.Group;
import app.rapport.mirror.model.Met;
import app.rapport.mirror.model.Often;
import app.rapport.mirror.model.Parting;
import app.rapport.mirror.model.Question;
import app.rapport.mirror.model.Said;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

    /**
     * @param groups how many facts of each, the best first
     */
    record FigureJson(String figure, Map<String, Long> groups) {}

    /**
     * @param said never, seldom, half, mostly or always; null while not answered
     * @param share in percent, of the facts, with its 90 % range; null while not known
     * @param parting alike, brighter or darker; null while either is not known
     */
    record QuestionJson(
            String question,
            String words,
            @Nullable String said,
            @Nullable Double share,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String parting) {}

    record MirrorJson(
            String member,
            String name,
            boolean shared,
            List<QuestionJson> questions,
            List<FigureJson> figures) {}

    @GetMapping
    MirrorJson own(Viewer viewer) {
        return json(mirrors.own(viewer));
    }

    @GetMapping("/{member}")
    MirrorJson of(@PathVariable UUID member, Viewer viewer) {
        return json(mirrors.of(viewer, new MemberId(member)).orElseThrow(MirrorApi::nothing));
    }

    /** Of all who work here; only figures in which enough members are to hide one. */
    @GetMapping("/team")
    List<FigureJson> team(Viewer viewer) {
        return mirrors.team(viewer).counts().entrySet().stream()
                .map(one -> new FigureJson(one.getKey().key(), counts(one.getValue())))
                .toList();
    }

    private static MirrorJson json(Mirror mirror) {
        return new MirrorJson(
                mirror.member().toString(),
                mirror.name(),
                mirror.shared(),
                Arrays.stream(Question.values()).map(one -> question(mirror, one)).toList(),
                Arrays.stream(Figure.values())
                        .map(figure ->
                                new FigureJson(figure.key(), counts(mirror.facts().counts(figure))))
                        .toList());
    }

    private static Map<String, Long> counts(Map<Group, Long> counts) {
        Map<String, Long> named = new LinkedHashMap<>();
        counts.forEach((group, count) -> named.put(group.key(), count));
        return named;
    }

    private static QuestionJson question(Mirror mirror, Question question) {
        Optional<Often> said = Optional.ofNullable(mirror.said().get(question)).map(Said::often);
        Optional<Estimate.Known> facts =
                question.measure()
                        .map(mirror.facts()::share)
                        .filter(Estimate.Known.class::isInstance)
                        .map(Estimate.Known.class::cast);
        return new QuestionJson(
                question.key(),
                question.words(),
                said.map(Often::key).orElse(null),
                facts.map(Estimate.Known::value).orElse(null),
                facts.map(Estimate.Known::low).orElse(null),
                facts.map(Estimate.Known::high).orElse(null),
                said.flatMap(often -> facts.map(share -> Parting.of(often, share)))
                        .map(parting -> parting.name().toLowerCase(Locale.ROOT))
                        .orElse(null));
    }

    /**
     * @param hours that an answer took; null of all else
     */
    record FactJson(
            String at, @Nullable String person, @Nullable Double hours, String words, String href) {
        static FactJson of(Met fact) {
            return new FactJson(
                    fact.at().toString(),
                    fact.with().map(Object::toString).orElse(null),
                    fact.took().map(took -> took.toMinutes() / 60.0).orElse(null),
                    fact.words(),
                    fact.href());
        }
    }

    /** The newest that are behind one count. */
    @GetMapping("/facts")
    List<FactJson> facts(@RequestParam String figure, @RequestParam String group, Viewer viewer) {
        Figure which =
                Figure.of(figure)
                        .orElseThrow(() -> new Refused("figure", "There is no such figure"));
        Group in =
                Group.of(group)
                        .filter(which.groups()::contains)
                        .orElseThrow(() -> new Refused("group", "This figure has no such group"));
        return mirrors.own(viewer).facts().of(which, in).stream()
                .limit(MOST)
                .map(FactJson::of)
                .toList();
    }

    /** Answers by question; what is not named stays as it was. */
    @PutMapping("/answers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(@RequestBody Map<String, String> typed, Viewer viewer) {
        Map<Question, Often> answers = new EnumMap<>(Question.class);
        typed.forEach((question, often) ->
                answers.put(
                        Question.of(question)
                                .orElseThrow(
                                        () -> new Refused(question, "There is no such question")),
                        Often.of(String.valueOf(often))
                                .orElseThrow(() ->
                                        new Refused(
                                                question,
                                                "Answer with never, seldom, half, mostly or always"))));
        mirrors.say(viewer, answers);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
