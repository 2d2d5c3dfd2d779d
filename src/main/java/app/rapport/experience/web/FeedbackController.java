package app.rapport.experience.web;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.experience.AnswerTable;
import app.rapport.experience.Circle;
import app.rapport.experience.Feedback;
import app.rapport.experience.Surveys;
import app.rapport.experience.model.Answer;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Moment;
import app.rapport.experience.model.Occasion;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was heard, its figures, and the rules by which people are asked. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.CHANGE_WORKSPACE)
class FeedbackController {
    private static final int SHOWN = 100;

    private final Feedback feedback;
    private final AnswerTable table;
    private final Circle circle;
    private final Surveys surveys;
    private final People people;
    private final House house;
    private final Clock clock;

    FeedbackController(
            Feedback feedback,
            AnswerTable table,
            Circle circle,
            Surveys surveys,
            People people,
            House house,
            Clock clock) {
        this.feedback = feedback;
        this.table = table;
        this.circle = circle;
        this.surveys = surveys;
        this.people = people;
        this.house = house;
        this.clock = clock;
    }

    @GetMapping("/feedback")
    HeardPage heard(Viewer viewer) {
        List<Answer> answers = feedback.heard(viewer, SHOWN + 1);
        return new HeardPage(
                answers.stream().limit(SHOWN).toList(),
                answers.size() > SHOWN,
                circle.outcomes(viewer, answers),
                circle.changes(viewer),
                FeedbackTabs.at("/feedback"));
    }

    @GetMapping("/feedback/answers.csv")
    void file(Viewer viewer, HttpServletResponse response) throws IOException {
        table.send(viewer, response);
    }

    @GetMapping("/feedback/figures")
    FiguresPage figures(Viewer viewer) {
        return new FiguresPage(
                feedback.summary(viewer, clock.instant()), FeedbackTabs.at("/feedback/figures"));
    }

    @GetMapping("/feedback/asking")
    AskingPage asking(Viewer viewer) {
        return asking(viewer, Wrong.NOTHING);
    }

    private AskingPage asking(Viewer viewer, Wrong wrong) {
        List<Moment> unasked = surveys.unasked(viewer);
        return new AskingPage(
                unasked,
                people.cards(viewer, unasked.stream().map(Moment::person).distinct().toList()),
                surveys.quietDays(viewer),
                surveys.orders(viewer),
                house.members(viewer),
                FeedbackTabs.at("/feedback/asking"),
                wrong);
    }

    @PostMapping("/feedback/asking/rest")
    Object rest(
            @RequestParam(defaultValue = "") String days,
            Viewer viewer,
            HttpServletResponse response) {
        try {
            surveys.quietDays(viewer, number(days, "days"));
        } catch (Refused e) {
            return asking(viewer, new Wrong(e.field(), e.getMessage() + "."));
        }
        return said(response, "Whoever was asked rests " + days.strip() + " days.");
    }

    @PostMapping("/feedback/asking/orders")
    Object order(
            @RequestParam(defaultValue = "") String occasion,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "") String after,
            Viewer viewer,
            HttpServletResponse response) {
        try {
            Occasion what =
                    Occasion.of(occasion)
                            .orElseThrow(() -> new Refused("occasion", "Choose a moment"));
            surveys.order(
                    viewer, what, Measure.of(measure).orElse(what.usual()), number(after, "after"));
        } catch (Refused e) {
            return asking(viewer, new Wrong(e.field(), e.getMessage() + "."));
        }
        return said(response, "From now on they are asked by themselves, in your name.");
    }

    private static int number(String typed, String field) {
        if (!typed.strip().matches("\\d{1,4}")) throw new Refused(field, "A number of days");
        return Integer.parseInt(typed.strip());
    }

    @PostMapping("/feedback/asking/orders/{occasion}/cancel")
    Object cancel(@PathVariable String occasion, Viewer viewer, HttpServletResponse response) {
        boolean gone =
                Occasion.of(occasion).filter(one -> surveys.cancelOrder(viewer, one)).isPresent();
        if (!gone) throw ExperienceController.nothing();
        return said(response, "Nobody is asked by itself after that any more.");
    }

    private static String said(HttpServletResponse response, String words) {
        Notices.say(response, Notice.of(words));
        return "redirect:/feedback/asking";
    }
}
