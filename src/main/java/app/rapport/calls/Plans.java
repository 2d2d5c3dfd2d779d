package app.rapport.calls;

import app.rapport.access.Audit;
import app.rapport.access.Refused;
import app.rapport.calendar.Calendars;
import app.rapport.calendar.model.Guest;
import app.rapport.calendar.model.Meeting;
import app.rapport.calls.model.PlanText;
import app.rapport.calls.model.TalkPlan;
import app.rapport.calls.model.TalkPlan.Terms;
import app.rapport.calls.model.TalkTemplate;
import app.rapport.calls.store.TalkPlanRows;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Talks that are to be held. Who sees the person sees the plan, as with a talk that is logged. */
@Service
public class Plans {
    private final TalkPlanRows rows;
    private final TalkTemplates templates;
    private final Calendars calendars;
    private final Conversations conversations;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Plans(
            TalkPlanRows rows,
            TalkTemplates templates,
            Calendars calendars,
            Conversations conversations,
            People people,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.templates = templates;
        this.calendars = calendars;
        this.conversations = conversations;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<TalkPlan> one(Viewer viewer, UUID id) {
        return rows.one(viewer, id);
    }

    /** Everybody's with that person, newest first. */
    public List<TalkPlan> with(Viewer viewer, PersonId person, int most) {
        return rows.with(viewer, person, most);
    }

    /**
     * Newest first.
     *
     * @param open whether they are still to be logged; empty for all
     * @throws IllegalArgumentException when the cursor is none of this list
     */
    public Slice<TalkPlan> page(
            Viewer viewer,
            Optional<PersonId> person,
            Optional<Boolean> open,
            Optional<String> cursor,
            int most) {
        return Slice.of(
                rows.page(viewer, person, open, cursor.map(UUID::fromString), most + 1),
                most,
                plan -> plan.id().toString());
    }

    /**
     * A sheet for a talk: the one that waits for it, else a new one, which is kept once something
     * is written on it.
     */
    public TalkPlan begin(Viewer viewer, PersonCard person, Optional<UUID> meeting) {
        List<TalkPlan> open = rows.open(viewer, person.id());
        return open.stream()
                .filter(plan -> meeting.isEmpty() || plan.terms().meeting().equals(meeting))
                .findFirst()
                .orElseGet(() -> fresh(viewer, Uuid7.next(), person, meeting));
    }

    /** A sheet that is new, of that id. */
    public TalkPlan fresh(Viewer viewer, UUID id, PersonCard person, Optional<UUID> asked) {
        Instant now = now();
        Optional<Meeting> meeting =
                asked.flatMap(one -> calendars.meeting(viewer, one))
                        .or(() ->
                                calendars
                                        .nextWith(viewer, person.id(), now)
                                        .filter(one -> isSoon(one, now)));
        String kind =
                conversations.story(viewer, person.id(), now, Optional.empty(), 1).isEmpty()
                        ? "first"
                        : "checkin";
        Map<String, PersonId> known = known(viewer, meeting);
        return new TalkPlan(
                id,
                person.id(),
                viewer.member(),
                terms(kind, meeting),
                PlanText.NOTHING,
                known.values().stream().filter(one -> !one.equals(person.id())).distinct().toList(),
                Optional.empty(),
                now,
                now,
                false);
    }

    /** Whoever opens the sheet within the hour means this meeting. */
    private static boolean isSoon(Meeting meeting, Instant now) {
        return !meeting.allDay() && meeting.start().isBefore(now.plus(1, ChronoUnit.HOURS));
    }

    private Map<String, PersonId> known(Viewer viewer, Optional<Meeting> meeting) {
        List<String> addresses =
                meeting.stream()
                        .flatMap(one -> one.guests().stream())
                        .map(Guest::address)
                        .filter(address -> !address.isEmpty())
                        .toList();
        Map<String, PersonId> all = people.byAddress(viewer, addresses);
        Map<PersonId, PersonCard> cards = people.cards(viewer, all.values());
        return all.entrySet().stream()
                .filter(one ->
                        Optional.ofNullable(cards.get(one.getValue()))
                                .filter(card -> !card.colleague())
                                .isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Terms terms(String kind, Optional<Meeting> meeting) {
        return new Terms(
                kind,
                meeting.isPresent() ? Channel.MEETING : Channel.CALL,
                meeting.map(Meeting::id),
                meeting.filter(one -> !one.allDay()).map(Meeting::start),
                meeting.filter(one -> !one.allDay())
                        .map(one -> (int) ChronoUnit.MINUTES.between(one.start(), one.end()))
                        .filter(minutes -> minutes > 0 && minutes <= 1440));
    }

    /**
     * With the words of its template where nothing is said yet, and what was told the last time.
     */
    public TalkPlan filled(Viewer viewer, TalkPlan plan, PersonCard person) {
        String told =
                rows.with(viewer, plan.person(), 2).stream()
                        .filter(other -> !other.id().equals(plan.id()))
                        .map(other -> other.words().told())
                        .findFirst()
                        .orElse("");
        Optional<TalkTemplate> template = templates.one(viewer, plan.terms().kind());
        PlanText usual = template.map(one -> of(one, person)).orElse(PlanText.NOTHING);
        return plan.with(template.map(one -> terms(plan.terms(), one)).orElse(plan.terms()))
                .with(
                        plan.words()
                                .filledFrom(usual)
                                .filledFrom(new PlanText("", "", "", told, "")));
    }

    /** As long as such a talk is, and held as such, where nobody said when it is. */
    private static Terms terms(Terms said, TalkTemplate template) {
        return new Terms(
                said.kind(),
                said.startsAt().isPresent() ? said.channel() : template.channel(),
                said.meeting(),
                said.startsAt(),
                said.minutes().or(() -> Optional.of(template.minutes())));
    }

    private static PlanText of(TalkTemplate template, PersonCard person) {
        String first = person.name().strip().split("\\s+")[0];
        return template.of(first, person.accountName());
    }

    /**
     * Keeps what is written, on a sheet that is new or there already.
     *
     * @param check sees the plan as it stands, while nobody else can change it; it may refuse
     * @throws Refused when something cannot be used
     */
    @Transactional
    public TalkPlan keep(Viewer viewer, TalkPlan wanted, Consumer<TalkPlan> check) {
        rows.lock(viewer, wanted.id());
        Optional<TalkPlan> standing = rows.one(viewer, wanted.id());
        standing.ifPresent(check);
        TalkPlan plan = at(wanted, standing.map(TalkPlan::draft).orElse(wanted.draft()), now());
        if (people.card(viewer, plan.person()).isEmpty())
            throw new Refused("person", "There is no such person");
        String kind = plan.terms().kind();
        if (standing.filter(one -> one.terms().kind().equals(kind)).isEmpty()
                && templates.one(viewer, kind).isEmpty())
            throw new Refused("kind", "There is no such kind of talk");
        if (people.cards(viewer, plan.guests()).size() < plan.guests().size())
            throw new Refused("guests", "There is no such person");
        if (standing.isPresent()) rows.change(viewer, plan);
        else if (!rows.add(viewer, plan)) throw missing();
        return rows.one(viewer, plan.id()).orElseThrow(Plans::missing);
    }

    private static TalkPlan at(TalkPlan plan, Optional<UUID> draft, Instant now) {
        return new TalkPlan(
                plan.id(),
                plan.person(),
                plan.member(),
                plan.terms(),
                plan.words(),
                plan.guests().stream().distinct().toList(),
                draft,
                plan.createdAt(),
                now,
                plan.logged());
    }

    /** The mail by which it goes ahead. */
    @Transactional
    public void goesAheadBy(Viewer viewer, TalkPlan plan, UUID draft) {
        rows.change(viewer, at(plan, Optional.of(draft), now()));
    }

    /** Puts it into the bin; what is logged is a talk, and goes there as one. */
    @Transactional
    public void delete(Viewer viewer, UUID id, Consumer<TalkPlan> check) {
        rows.lock(viewer, id);
        TalkPlan plan = rows.one(viewer, id).orElseThrow(Plans::missing);
        check.accept(plan);
        if (plan.logged())
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "This talk is logged. Take the log back first.");
        rows.delete(viewer, id, now());
        audit.record(viewer, "plan.deleted", id);
    }

    private Instant now() {
        return clock.instant();
    }

    public static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
