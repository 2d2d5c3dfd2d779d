package app.rapport.mirror.api;

import app.rapport.kernel.Estimate;
import app.rapport.mirror.Mirrors.Mirror;
import app.rapport.mirror.model.Figure;
import app.rapport.mirror.model.Group;
import app.rapport.mirror.model.Met;
import app.rapport.mirror.model.Often;
import app.rapport.mirror.model.Parting;
import app.rapport.mirror.model.Question;
import app.rapport.mirror.model.Said;
import app.rapport.mirror.model.Step;
import app.rapport.mirror.model.Walked;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mirror as a program sees it.
 *
 * @param open questions to be answered before the facts are shown
 * @param until when what was said may be said anew
 * @param figures none while questions are open
 * @param walk the walk through our own first contact, in its order
 */
record MirrorJson(
        String member,
        String name,
        boolean shared,
        List<String> open,
        @Nullable String until,
        List<QuestionJson> questions,
        List<MirrorFigureJson> figures,
        List<MirrorWalkJson> walk) {

    /**
     * @param groups how many facts of each, the best first
     */
    record MirrorFigureJson(String figure, Map<String, Long> groups) {
        static MirrorFigureJson of(Figure figure, Map<Group, Long> counts) {
            Map<String, Long> named = new LinkedHashMap<>();
            counts.forEach((group, count) -> named.put(group.key(), count));
            return new MirrorFigureJson(figure.key(), named);
        }
    }

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
            @Nullable String parting) {
        static QuestionJson of(Mirror mirror, Question question) {
            Optional<Often> said =
                    Optional.ofNullable(mirror.review().said().get(question)).map(Said::often);
            Optional<Estimate.Known> facts =
                    question.measure()
                            .filter(_ -> mirror.showsFacts())
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
    }

    /**
     * @param todo what to do as somebody new
     * @param fine whether it was as it should be; null while not walked
     * @param words what was met
     */
    record MirrorWalkJson(
            String step,
            String title,
            String todo,
            @Nullable Boolean fine,
            @Nullable String words,
            @Nullable String at) {
        static MirrorWalkJson of(Mirror mirror, Step step) {
            Optional<Walked> walked = Optional.ofNullable(mirror.walked().get(step));
            return new MirrorWalkJson(
                    step.key(),
                    step.title(),
                    step.words(),
                    walked.map(Walked::fine).orElse(null),
                    walked.map(Walked::words).orElse(null),
                    walked.map(Walked::at).map(Instant::toString).orElse(null));
        }
    }

    /**
     * @param hours that an answer took; null of all else
     */
    record MirrorFactJson(
            String at, @Nullable String person, @Nullable Double hours, String words, String href) {
        static MirrorFactJson of(Met fact) {
            return new MirrorFactJson(
                    fact.at().toString(),
                    fact.with().map(Object::toString).orElse(null),
                    fact.took().map(took -> took.toMinutes() / 60.0).orElse(null),
                    fact.words(),
                    fact.href());
        }
    }

    static MirrorJson of(Mirror mirror) {
        return new MirrorJson(
                mirror.member().toString(),
                mirror.name(),
                mirror.shared(),
                mirror.review().open().stream().sorted().map(Question::key).toList(),
                mirror.review().until().map(Instant::toString).orElse(null),
                Arrays.stream(Question.values()).map(one -> QuestionJson.of(mirror, one)).toList(),
                mirror.showsFacts() ? figures(mirror) : List.of(),
                Arrays.stream(Step.values()).map(one -> MirrorWalkJson.of(mirror, one)).toList());
    }

    private static List<MirrorFigureJson> figures(Mirror mirror) {
        return Arrays.stream(Figure.values())
                .map(one -> MirrorFigureJson.of(one, mirror.facts().counts(one)))
                .toList();
    }
}
