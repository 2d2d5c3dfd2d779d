package app.rapport.debriefs;

import app.rapport.access.Audit;
import app.rapport.access.Refused;
import app.rapport.deals.Deal;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealPerson;
import app.rapport.debriefs.model.Lesson;
import app.rapport.debriefs.model.Lesson.About;
import app.rapport.debriefs.model.Lesson.Company;
import app.rapport.debriefs.model.Lesson.Person;
import app.rapport.debriefs.store.LessonRows;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Negotiation;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Negotiations;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was learned at tables. Of somebody on the other side it is kept for whoever plans with them
 * next; of oneself nobody else reads it until it is shared with the team.
 */
@Service
public class Lessons {
    private static final int LONGEST = 2_000;

    private final LessonRows rows;
    private final Negotiations negotiations;
    private final DealBook deals;
    private final Audit audit;
    private final Clock clock;

    Lessons(LessonRows rows, Negotiations negotiations, DealBook deals, Audit audit, Clock clock) {
        this.rows = rows;
        this.negotiations = negotiations;
        this.deals = deals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param about somebody with a part in its deal, or its company; empty of oneself
     * @return the lesson's id; empty when the viewer is not on the team
     * @throws Refused when it cannot be kept
     */
    @Transactional
    public Optional<UUID> learn(
            Viewer viewer, NegotiationId id, Optional<About> about, String words) {
        Optional<Negotiation> of = negotiations.one(viewer, id);
        if (of.isEmpty()) return Optional.empty();
        String text = words.strip();
        if (text.isEmpty()) throw new Refused("words", "Say what was learned");
        if (text.length() > LONGEST)
            throw new Refused("words", "At most " + LONGEST + " letters fit here");
        about.ifPresent(one -> check(viewer, of.get(), one));
        Lesson lesson =
                new Lesson(
                        Uuid7.next(),
                        id.value(),
                        about,
                        text,
                        viewer.member(),
                        clock.instant(),
                        about.isPresent() ? Optional.empty() : Optional.of(viewer.member()));
        rows.add(viewer, lesson);
        audit.record(viewer, "debrief.learned", id.value());
        return Optional.of(lesson.id());
    }

    private void check(Viewer viewer, Negotiation of, About about) {
        Optional<Deal> deal = deals.deal(viewer, of.deal());
        boolean known =
                switch (about) {
                    case Person(var person) ->
                            deal.filter(one ->
                                            one.people().stream()
                                                    .map(DealPerson::person)
                                                    .anyMatch(person::equals))
                                    .isPresent();
                    case Company(var company) ->
                            deal.flatMap(Deal::account).filter(company::equals).isPresent();
                };
        if (!known)
            throw new Refused("about", "Choose somebody with a part in the deal, or its company");
    }

    @Transactional
    public boolean forget(Viewer viewer, NegotiationId id, UUID lesson) {
        return negotiations.one(viewer, id).isPresent()
                && rows.remove(viewer, id, lesson, Optional.of(clock.instant()));
    }

    /** The undo of that. */
    @Transactional
    public boolean remember(Viewer viewer, NegotiationId id, UUID lesson) {
        return negotiations.one(viewer, id).isPresent()
                && rows.remove(viewer, id, lesson, Optional.empty());
    }

    @Transactional
    public boolean share(Viewer viewer, NegotiationId id, UUID lesson, boolean shared) {
        return negotiations.one(viewer, id).isPresent() && rows.share(viewer, id, lesson, shared);
    }

    /** What was learned of those with a part in its deal at other tables. */
    public List<Lesson> before(Viewer viewer, Negotiation negotiation) {
        return deals.deal(viewer, negotiation.deal())
                .map(deal ->
                        rows.about(
                                viewer,
                                deal.people().stream().map(DealPerson::person).toList(),
                                deal.account(),
                                negotiation.id()))
                .orElse(List.of());
    }
}
