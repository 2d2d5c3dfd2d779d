package app.rapport.experience.api;

import static app.rapport.kernel.GivenWords.orEmpty;

import app.rapport.access.Refused;
import app.rapport.conversations.Channel;
import app.rapport.conversations.TypedTouch;
import app.rapport.experience.AnswerTable;
import app.rapport.experience.Circle;
import app.rapport.experience.Feedback;
import app.rapport.experience.api.SurveysApi.AnswerJson;
import app.rapport.experience.model.Answer;
import app.rapport.experience.model.Change;
import app.rapport.experience.model.Change.Because;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What customers answered, what was changed because of it, and whether they were told. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class FeedbackApi {
    private static final int MOST = 200;

    private final Feedback feedback;
    private final AnswerTable table;
    private final Circle circle;

    FeedbackApi(Feedback feedback, AnswerTable table, Circle circle) {
        this.feedback = feedback;
        this.table = table;
        this.circle = circle;
    }

    record HeardJson(UUID contact, String occasion, AnswerJson answer) {
        static HeardJson of(Answer answer) {
            return new HeardJson(
                    answer.person().value(), answer.occasion().word(), AnswerJson.of(answer));
        }
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record HeardList(List<HeardJson> items, @Nullable String next) {}

    /** All answers, the newest first. */
    @GetMapping("/api/v1/surveys/answers")
    HeardList answers(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        Slice<Answer> page = feedback.page(viewer, cursor, Math.clamp(limit, 1, MOST));
        return new HeardList(
                page.items().stream().map(HeardJson::of).toList(), page.next().orElse(null));
    }

    @GetMapping(path = "/api/v1/surveys/answers.csv", produces = "text/csv")
    void file(Viewer viewer, HttpServletResponse response) throws IOException {
        table.send(viewer, response);
    }

    /**
     * @param toldAt null while they were not told
     */
    record BecauseJson(UUID answer, UUID contact, @Nullable String toldAt) {
        static BecauseJson of(Because because) {
            return new BecauseJson(
                    because.answer().id(),
                    because.answer().person().value(),
                    because.told().map(Instant::toString).orElse(null));
        }
    }

    record ChangeJson(UUID id, String words, String by, String at, List<BecauseJson> because) {
        static ChangeJson of(Change change) {
            return new ChangeJson(
                    change.id(),
                    change.words(),
                    change.by(),
                    change.at().toString(),
                    change.because().stream().map(BecauseJson::of).toList());
        }
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record ChangeList(List<ChangeJson> items, @Nullable String next) {}

    /** What is other than before because of answers, the newest first. */
    @GetMapping("/api/v1/surveys/changes")
    ChangeList changes(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        Slice<Change> page = circle.page(viewer, cursor, Math.clamp(limit, 1, MOST));
        return new ChangeList(
                page.items().stream().map(ChangeJson::of).toList(), page.next().orElse(null));
    }

    /**
     * @param change one that is noted already, instead of words
     */
    record NewChange(@Nullable String words, @Nullable UUID change) {}

    /** Notes what is other than before because of that answer. */
    @PostMapping("/api/v1/surveys/answers/{id}/changes")
    @ResponseStatus(HttpStatus.CREATED)
    Made change(@PathVariable UUID id, @RequestBody NewChange made, Viewer viewer) {
        known(viewer, id);
        if (made.change() == null)
            return new Made(circle.change(viewer, id, orEmpty(made.words())));
        circle.tie(viewer, id, made.change());
        return new Made(made.change());
    }

    private void known(Viewer viewer, UUID answer) {
        if (feedback.one(viewer, answer).isEmpty()) throw nothing();
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @DeleteMapping("/api/v1/surveys/changes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID id, Viewer viewer) {
        if (!circle.takeBack(viewer, id)) throw nothing();
    }

    /**
     * @param channel call, meeting, mail, chat, note
     */
    record Telling(@Nullable UUID change, @Nullable String channel, @Nullable String words) {}

    /** They were told of a change: a touch, whose id is answered. */
    @PostMapping("/api/v1/surveys/answers/{id}/told")
    @ResponseStatus(HttpStatus.CREATED)
    Made told(@PathVariable UUID id, @RequestBody Telling telling, Viewer viewer) {
        known(viewer, id);
        if (telling.change() == null) throw new Refused("change", "Say of which change");
        Channel channel = channel(telling.channel() == null ? "call" : telling.channel());
        try {
            return new Made(
                    circle.tell(viewer, telling.change(), id, channel, orEmpty(telling.words()))
                            .value());
        } catch (TypedTouch.Refused e) {
            throw new Refused("words", String.valueOf(e.getMessage()));
        }
    }

    private static Channel channel(String word) {
        try {
            return Channel.of(word);
        } catch (IllegalArgumentException e) {
            throw new Refused("channel", "Say how they were told");
        }
    }
}
