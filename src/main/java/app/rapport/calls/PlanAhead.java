package app.rapport.calls;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.calls.model.AheadWords;
import app.rapport.calls.model.InvitationText;
import app.rapport.calls.model.TalkPlan;
import app.rapport.conversations.Draft;
import app.rapport.conversations.Writing;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.PersonCard;
import app.rapport.post.Letter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plan as they get it beforehand: a mail that waits to be read over and sent, and an entry for
 * calendars.
 */
@Service
public class PlanAhead {
    private final Plans plans;
    private final Writing writing;
    private final Access access;
    private final Clock clock;

    PlanAhead(Plans plans, Writing writing, Access access, Clock clock) {
        this.plans = plans;
        this.writing = writing;
        this.access = access;
        this.clock = clock;
    }

    /** Puts the plan into a mail of its own that nobody has sent yet. */
    @Transactional
    public Draft draft(Viewer viewer, TalkPlan plan, PersonCard person) {
        String signed =
                access.member(viewer.workspace(), viewer.member()).map(Member::name).orElse("");
        Draft draft =
                new Draft(
                        Uuid7.next(),
                        person.id(),
                        Optional.empty(),
                        writing.addresses(person, Optional.empty()).stream().findFirst().orElse(""),
                        "",
                        AheadWords.subject(plan, viewer.zone()),
                        AheadWords.text(plan, person.name(), signed, viewer.zone()));
        writing.keep(viewer, draft);
        invitation(viewer, plan)
                .ifPresent(text ->
                        writing.attach(
                                viewer,
                                draft,
                                List.of(
                                        new Letter.Attached(
                                                "meeting.ics",
                                                "text/calendar",
                                                text.getBytes(StandardCharsets.UTF_8)))));
        plans.goesAheadBy(viewer, plan, draft.id());
        return draft;
    }

    /** For calendars; empty while nobody said when it is. */
    public Optional<String> invitation(Viewer viewer, TalkPlan plan) {
        return plan.terms()
                .startsAt()
                .map(_ ->
                        InvitationText.of(
                                plan,
                                AheadWords.subject(plan, viewer.zone()),
                                AheadWords.points(plan),
                                clock.instant()));
    }
}
