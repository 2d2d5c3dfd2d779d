package app.rapport.demo;

import app.rapport.conversations.Channel;
import app.rapport.demo.model.Deed;
import app.rapport.experience.AccountNeeds;
import app.rapport.experience.Circle;
import app.rapport.experience.Experiences;
import app.rapport.experience.OpenSurveys;
import app.rapport.experience.Surveys;
import app.rapport.experience.TouchPoints;
import app.rapport.experience.model.Answer;
import app.rapport.experience.model.Moment;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.HouseClock;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.mirror.Mirrors;
import app.rapport.mirror.model.Often;
import app.rapport.mirror.model.Question;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How it was for the customers of the play, asked and answered as real ones are. */
@Component
class FeedbackDeeds {
    private final Surveys surveys;
    private final OpenSurveys open;
    private final Experiences experiences;
    private final Circle circle;
    private final AccountNeeds needs;
    private final TouchPoints points;
    private final Mirrors mirrors;

    FeedbackDeeds(
            Surveys surveys,
            OpenSurveys open,
            Experiences experiences,
            Circle circle,
            AccountNeeds needs,
            TouchPoints points,
            Mirrors mirrors) {
        this.surveys = surveys;
        this.open = open;
        this.experiences = experiences;
        this.circle = circle;
        this.needs = needs;
        this.points = points;
        this.mirrors = mirrors;
    }

    void ask(Known known, Deed.Asked deed) {
        Viewer viewer = known.seller(deed.done());
        PersonId person = known.person(deed.person());
        Moment moment =
                surveys.record(viewer, person, deed.occasion(), deed.done().at(), Optional.empty());
        String link = surveys.askByHand(viewer, moment.id(), deed.measure());
        deed.answer()
                .ifPresent(said ->
                        HouseClock.at(
                                said.at(), () -> open.answer(link, said.rating(), said.words())));
    }

    void mark(Known known, Deed.Marked deed) {
        experiences.mark(
                known.seller(deed.done()),
                known.person(deed.person()),
                Experiences.New.nowhere(deed.feeling(), deed.words(), deed.done().at()));
    }

    void change(Known known, Deed.Changed deed) {
        Viewer viewer = known.seller(deed.done());
        UUID answer =
                surveys.moments(viewer, known.person(deed.person())).stream()
                        .flatMap(moment -> moment.answer().stream())
                        .map(Answer::id)
                        .findFirst()
                        .orElseThrow();
        UUID change = circle.change(viewer, answer, deed.words());
        deed.told().ifPresent(words -> circle.tell(viewer, change, answer, Channel.CALL, words));
    }

    void need(Known known, Deed.Needed deed) {
        Viewer viewer = known.seller(deed.done());
        AccountId company = known.company(deed.company());
        UUID need = needs.add(viewer, company, deed.kind(), deed.words(), deed.heardIn());
        if (deed.met()) needs.met(viewer, company, need);
    }

    void walk(Known known, Deed.Walked deed) {
        Viewer viewer = known.seller(deed.done());
        UUID point = points.add(viewer, deed.point(), deed.occasion());
        points.walk(viewer, point, deed.judgement(), deed.words());
    }

    void reflect(Known known, Deed.Reflected deed) {
        Viewer viewer = known.seller(deed.done());
        Map<Question, Optional<Often>> answers = new EnumMap<>(Question.class);
        deed.answers().forEach((question, often) -> answers.put(question, Optional.of(often)));
        mirrors.say(viewer, answers);
        if (deed.shared()) mirrors.share(viewer);
    }
}
