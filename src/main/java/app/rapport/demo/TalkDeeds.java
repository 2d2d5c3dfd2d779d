package app.rapport.demo;

import app.rapport.calls.Acceptance;
import app.rapport.calls.Plans;
import app.rapport.calls.Sheets;
import app.rapport.calls.TalkLogs;
import app.rapport.calls.model.Found;
import app.rapport.calls.model.PlanText;
import app.rapport.calls.model.TalkPlan;
import app.rapport.calls.model.TalkPlan.Terms;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.demo.model.Deed;
import app.rapport.kernel.HouseClock;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Calls and talks of the play, through the rooms in which sellers log them. */
@Component
class TalkDeeds {
    private static final int MINUTES = 25;

    private final Conversations conversations;
    private final Plans plans;
    private final Sheets sheets;
    private final Acceptance acceptance;
    private final TalkLogs logs;
    private final People people;

    TalkDeeds(
            Conversations conversations,
            Plans plans,
            Sheets sheets,
            Acceptance acceptance,
            TalkLogs logs,
            People people) {
        this.conversations = conversations;
        this.plans = plans;
        this.sheets = sheets;
        this.acceptance = acceptance;
        this.logs = logs;
        this.people = people;
    }

    void log(Known known, Deed.Logged deed) {
        conversations.log(
                known.seller(deed.done()),
                new TypedTouch(
                        deed.channel(),
                        List.of(known.person(deed.person())),
                        deed.done().at(),
                        deed.side(),
                        Optional.of(deed.minutes()),
                        deed.subject(),
                        deed.words(),
                        Optional.empty()));
    }

    void prepare(Known known, Deed.Prepared deed) {
        Viewer viewer = known.seller(deed.done());
        Terms terms =
                new Terms(
                        deed.kind(),
                        Channel.MEETING,
                        Optional.empty(),
                        Optional.of(deed.start()),
                        Optional.of(45));
        keep(
                viewer,
                card(known, viewer, deed.person()),
                terms,
                new PlanText(deed.aim(), "", deed.bring(), "", ""));
    }

    /** With what its template asks where nothing is said. */
    private TalkPlan keep(Viewer viewer, PersonCard person, Terms terms, PlanText words) {
        TalkPlan fresh = plans.fresh(viewer, Uuid7.next(), person, Optional.empty());
        TalkPlan filled = plans.filled(viewer, fresh.with(terms).with(words), person);
        return plans.keep(viewer, filled, _ -> {});
    }

    private PersonCard card(Known known, Viewer viewer, String address) {
        return people.card(viewer, known.person(address)).orElseThrow();
    }

    /** Prepared an hour before, noted, what was promised accepted, logged when it was over. */
    void talk(Known known, Deed.Talked deed) {
        Viewer viewer = known.seller(deed.done());
        TalkPlan plan = planned(known, viewer, deed);
        noted(viewer, plan, deed);
        HouseClock.at(
                deed.done().at().plus(Duration.ofMinutes(MINUTES)),
                () -> logs.log(viewer, plan, touch(plan, deed), evaluation(deed)));
    }

    /** An hour before. */
    private TalkPlan planned(Known known, Viewer viewer, Deed.Talked deed) {
        Instant at = deed.done().at();
        PersonCard person = card(known, viewer, deed.person());
        Terms terms =
                new Terms(
                        "discovery",
                        Channel.CALL,
                        Optional.empty(),
                        Optional.of(at),
                        Optional.of(MINUTES));
        PlanText text = new PlanText(deed.aim(), deed.questions(), "", "", "");
        return HouseClock.at(
                at.minus(Duration.ofHours(1)), () -> keep(viewer, person, terms, text));
    }

    /** What was found in the notes is taken over, but for bare days. */
    private void noted(Viewer viewer, TalkPlan plan, Deed.Talked deed) {
        sheets.save(viewer, plan, new Sheets.Typed("", 0, deed.notes(), Optional.empty()));
        sheets.of(viewer, plan).offered().stream()
                .filter(found -> found.kind() != Found.Kind.DATE)
                .forEach(found -> acceptance.accept(viewer, plan, found.place()));
    }

    private static TalkLogs.Evaluation evaluation(Deed.Talked deed) {
        return new TalkLogs.Evaluation(
                deed.judgement(), deed.discovered(), deed.next(), "", deed.noneBecause());
    }

    private static TypedTouch touch(TalkPlan plan, Deed.Talked deed) {
        return new TypedTouch(
                Channel.CALL,
                List.of(plan.person()),
                deed.done().at(),
                Side.YOU,
                Optional.of(MINUTES),
                "",
                deed.notes().strip(),
                Optional.empty());
    }
}
