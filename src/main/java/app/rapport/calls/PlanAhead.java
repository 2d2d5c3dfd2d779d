package app.rapport.calls;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.calls.model.AheadWords;
import app.rapport.calls.model.InvitationText;
import app.rapport.calls.model.TalkPlan;
import app.rapport.conversations.Draft;
import app.rapport.conversations.DraftFile;
import app.rapport.conversations.Writing;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.PersonCard;
import app.rapport.post.Letter;
import app.rapport.post.OutgoingId;
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

    /** What they would get, as the plan stands; the mail that waits already, where there is one. */
    public Draft sheet(Viewer viewer, TalkPlan plan, PersonCard person) {
        String signed =
                access.member(viewer.workspace(), viewer.member()).map(Member::name).orElse("");
        return new Draft(
                kept(viewer, plan).map(Draft::id).orElseGet(Uuid7::next),
                person.id(),
                Optional.empty(),
                writing.addresses(person, Optional.empty()).stream().findFirst().orElse(""),
                "",
                AheadWords.subject(plan, viewer.zone()),
                AheadWords.text(plan, person.name(), signed, viewer.zone()));
    }

    /** The mail that waits to be sent. */
    public Optional<Draft> kept(Viewer viewer, TalkPlan plan) {
        return plan.draft().flatMap(draft -> writing.draft(viewer, draft));
    }

    public List<DraftFile> files(Viewer viewer, Draft draft) {
        return writing.files(viewer, draft.id());
    }

    public boolean isSent(Viewer viewer, TalkPlan plan) {
        return plan.draft().filter(draft -> writing.isOrdered(viewer, draft)).isPresent();
    }

    /** Puts the plan into a mail that nobody has sent yet: one, however often it is asked for. */
    @Transactional
    public Draft draft(Viewer viewer, TalkPlan plan, PersonCard person) {
        return draft(viewer, plan, sheet(viewer, plan, person));
    }

    /**
     * @param draft a sheet, with the words that are to go
     */
    @Transactional
    public Draft draft(Viewer viewer, TalkPlan plan, Draft draft) {
        writing.keep(viewer, draft);
        files(viewer, draft).forEach(file -> writing.detach(viewer, draft, file.position()));
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

    /**
     * Sends the mail that waits.
     *
     * @return its place in the outbox, from which it can be taken back for a moment; empty where no
     *     mail waits
     */
    @Transactional
    public Optional<OutgoingId> send(Viewer viewer, TalkPlan plan, PersonCard person) {
        return kept(viewer, plan).map(draft -> writing.send(viewer, person, draft));
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
