package app.rapport.calls.web;

import app.rapport.calls.Briefings;
import app.rapport.calls.Plans;
import app.rapport.calls.PlansSentAhead;
import app.rapport.calls.Sheets;
import app.rapport.calls.TalkLogs;
import app.rapport.calls.TalkTemplates;
import app.rapport.calls.model.TalkLog;
import app.rapport.calls.model.TalkPlan;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Writing;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.ui.Choice;
import app.rapport.ui.Wrong;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the pages of a talk show. */
@Component
class TalkViews {
    private static final int OFFERED = 6;

    private final Plans plans;
    private final TalkTemplates templates;
    private final Briefings briefings;
    private final PlansSentAhead sentAhead;
    private final Sheets sheets;
    private final TalkLogs logs;
    private final Conversations conversations;
    private final Writing writing;
    private final People people;
    private final Clock clock;

    TalkViews(
            Plans plans,
            TalkTemplates templates,
            Briefings briefings,
            PlansSentAhead sentAhead,
            Sheets sheets,
            TalkLogs logs,
            Conversations conversations,
            Writing writing,
            People people,
            Clock clock) {
        this.plans = plans;
        this.templates = templates;
        this.briefings = briefings;
        this.sentAhead = sentAhead;
        this.sheets = sheets;
        this.logs = logs;
        this.conversations = conversations;
        this.writing = writing;
        this.people = people;
        this.clock = clock;
    }

    PersonCard person(Viewer viewer, PersonId id) {
        return people.card(viewer, id).orElseThrow(Plans::missing);
    }

    /** The plan of that id as it stands, else a new sheet for that person, which gets the id. */
    TalkPlan sheet(Viewer viewer, UUID id, @Nullable UUID person, @Nullable UUID meeting) {
        return plans.one(viewer, id).orElseGet(() -> fresh(viewer, id, person, meeting));
    }

    private TalkPlan fresh(Viewer viewer, UUID id, @Nullable UUID person, @Nullable UUID meeting) {
        if (person == null) throw Plans.missing();
        PersonCard card = person(viewer, new PersonId(person));
        return plans.fresh(viewer, id, card, Optional.ofNullable(meeting));
    }

    PreparePage prepare(Viewer viewer, PersonCard person, TalkPlan plan, Wrong wrong) {
        List<PersonId> often = conversations.around(viewer, person.id(), clock.instant(), OFFERED);
        List<PersonId> offered =
                Stream.concat(plan.guests().stream(), often.stream()).distinct().toList();
        return new PreparePage(
                person,
                plan,
                viewer.member(),
                plans.one(viewer, plan.id()).isPresent(),
                templates.all(viewer).stream()
                        .map(one -> new Choice(one.key(), one.name()))
                        .toList(),
                people.cards(viewer, offered).values().stream()
                        .filter(card -> !card.colleague() && !card.id().equals(person.id()))
                        .toList(),
                new BriefingView(briefings.of(viewer, plan, clock.instant())),
                sentAhead.figures(viewer).words(),
                sentAhead.saleLength(viewer).words(),
                plan.draft().filter(draft -> writing.isOrdered(viewer, draft)).isPresent(),
                wrong);
    }

    /**
     * @param typed what stands in the fields; empty for what is known
     */
    TalkPage talk(Viewer viewer, TalkPlan plan, Optional<LogForm> typed, Wrong wrong) {
        FoundPage found =
                new FoundPage(plan, sheets.of(viewer, plan), viewer.member(), "", clock.instant());
        Optional<TalkLog> log = logs.of(viewer, plan.id());
        return new TalkPage(
                person(viewer, plan.person()),
                plan,
                new BriefingView(briefings.of(viewer, plan, clock.instant())),
                found,
                log,
                typed.orElseGet(() -> LogForm.of(plan, log, found)),
                plan.draft().filter(draft -> writing.isOrdered(viewer, draft)).isPresent(),
                wrong);
    }
}
