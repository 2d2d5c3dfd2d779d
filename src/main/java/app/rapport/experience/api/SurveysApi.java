package app.rapport.experience.api;

import app.rapport.access.Refused;
import app.rapport.customerbase.Range;
import app.rapport.experience.Feedback;
import app.rapport.experience.Surveys;
import app.rapport.experience.model.Answer;
import app.rapport.experience.model.Figures.Figure;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Moment;
import app.rapport.experience.model.Occasion;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
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

/** Moments that matter, what was asked after them, and what the answers say together. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class SurveysApi {
    private static final int MOST = 200;

    private final Surveys surveys;
    private final Feedback feedback;
    private final People people;
    private final Clock clock;

    SurveysApi(Surveys surveys, Feedback feedback, People people, Clock clock) {
        this.surveys = surveys;
        this.feedback = feedback;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param measure nps, csat or ces
     * @param bad as the measure has it
     */
    record AnswerJson(
            UUID id,
            String measure,
            int rating,
            boolean bad,
            String words,
            @Nullable UUID touch,
            String at) {
        static AnswerJson of(Answer answer) {
            return new AnswerJson(
                    answer.id(),
                    answer.measure().word(),
                    answer.rating(),
                    answer.isBad(),
                    answer.words(),
                    answer.touch().map(TouchId::value).orElse(null),
                    answer.at().toString());
        }
    }

    /**
     * @param occasion bought, delivered, complaint-closed, first-month or renewal-ahead
     * @param askedAt null while nobody asked
     * @param answer null while there is none
     */
    record SurveyJson(
            UUID id,
            UUID contact,
            String occasion,
            String at,
            @Nullable UUID touch,
            @Nullable String askedAt,
            @Nullable AnswerJson answer) {
        static SurveyJson of(Moment moment) {
            return new SurveyJson(
                    moment.id(),
                    moment.person().value(),
                    moment.occasion().word(),
                    moment.at().toString(),
                    moment.touch().map(TouchId::value).orElse(null),
                    moment.asked().map(Instant::toString).orElse(null),
                    moment.answer().map(AnswerJson::of).orElse(null));
        }
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record SurveyList(List<SurveyJson> items, @Nullable String next) {}

    /** Those of one contact, else those after which nobody was asked yet; the newest first. */
    @GetMapping("/api/v1/surveys")
    SurveyList all(
            @RequestParam(required = false) @Nullable UUID contact,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Viewer viewer) {
        if (contact != null) known(viewer, contact);
        int most = Math.clamp(limit, 1, MOST);
        Slice<Moment> page =
                contact == null
                        ? surveys.unasked(viewer, cursor, most)
                        : surveys.moments(viewer, new PersonId(contact), cursor, most);
        return new SurveyList(
                page.items().stream().map(SurveyJson::of).toList(), page.next().orElse(null));
    }

    @GetMapping("/api/v1/surveys/{id}")
    SurveyJson one(@PathVariable UUID id, Viewer viewer) {
        return surveys.moment(viewer, id).map(SurveyJson::of).orElseThrow(SurveysApi::nothing);
    }

    /**
     * @param at when it happened, now where it is left out
     * @param touch the touch that it was
     */
    record NewSurvey(
            UUID contact, String occasion, @Nullable OffsetDateTime at, @Nullable UUID touch) {}

    /** Takes a moment back, as long as nobody was asked after it. */
    @DeleteMapping("/api/v1/surveys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID id, Viewer viewer) {
        if (surveys.moment(viewer, id).isEmpty()) throw nothing();
        if (!surveys.takeBack(viewer, id))
            throw new Refused("id", "They were asked after it already: it stays");
    }

    @PostMapping("/api/v1/surveys")
    @ResponseStatus(HttpStatus.CREATED)
    SurveyJson record(@RequestBody NewSurvey made, Viewer viewer) {
        if (made.contact() == null) throw new Refused("contact", "Say with whom");
        known(viewer, made.contact());
        Occasion occasion =
                Optional.ofNullable(made.occasion())
                        .flatMap(Occasion::of)
                        .orElseThrow(() ->
                                new Refused(
                                        "occasion",
                                        "One of bought, delivered, complaint-closed, first-month, renewal-ahead"));
        Moment moment =
                surveys.record(
                        viewer,
                        new PersonId(made.contact()),
                        occasion,
                        made.at() == null ? clock.instant() : made.at().toInstant(),
                        Optional.ofNullable(made.touch()).map(TouchId::new));
        return SurveyJson.of(moment);
    }

    /**
     * @param measure nps, csat or ces; the usual one of the occasion where it is left out
     */
    record NewAsk(@Nullable String measure) {}

    /** Sends the question as a mail. */
    @PostMapping("/api/v1/surveys/{id}/ask")
    SurveyJson ask(@PathVariable UUID id, @RequestBody NewAsk ask, Viewer viewer) {
        Moment moment = surveys.moment(viewer, id).orElseThrow(SurveysApi::nothing);
        Measure measure =
                ask.measure() == null
                        ? moment.occasion().usual()
                        : Measure.of(ask.measure())
                                .orElseThrow(() -> new Refused("measure", "One of nps, csat, ces"));
        surveys.ask(viewer, id, measure);
        return one(id, viewer);
    }

    /** A value within its 90 % range. */
    record RangeJson(double value, double low, double high) {
        static RangeJson of(Range range) {
            return new RangeJson(range.value(), range.low(), range.high());
        }
    }

    /**
     * @param occasion null over all of them
     * @param main the Net Promoter Score or the mean; null with too few answers
     * @param good share of promoters, of the satisfied, of those to whom it was easy
     */
    record FigureJson(
            String measure,
            @Nullable String occasion,
            long answers,
            @Nullable RangeJson main,
            RangeJson good) {
        static FigureJson of(Figure figure) {
            return new FigureJson(
                    figure.measure().word(),
                    figure.occasion().map(Occasion::word).orElse(null),
                    figure.answers(),
                    figure.main().map(RangeJson::of).orElse(null),
                    RangeJson.of(figure.share()));
        }
    }

    /** Of the last year. */
    record FiguresJson(long asked, List<FigureJson> items) {}

    @GetMapping("/api/v1/surveys/figures")
    FiguresJson figures(Viewer viewer) {
        Feedback.Summary summary = feedback.summary(viewer, clock.instant());
        return new FiguresJson(
                summary.asked(), summary.figures().stream().map(FigureJson::of).toList());
    }

    private void known(Viewer viewer, UUID contact) {
        if (people.card(viewer, new PersonId(contact)).isEmpty()) throw nothing();
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
