package app.rapport.promises;

import app.rapport.access.Refused;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.promises.model.ThanksOwed;
import app.rapport.promises.model.ThanksOwed.Kind;
import app.rapport.promises.store.ThanksRows;
import app.rapport.promises.store.ThanksToldRows;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Thanks that a member owes, found or recorded, until a thank-you is seen or they say so. */
@Service
public class Thanking {
    private static final int LONGEST = 500;

    private final ThanksRows rows;
    private final ThanksToldRows lookedBack;
    private final People people;
    private final Clock clock;

    Thanking(ThanksRows rows, ThanksToldRows lookedBack, People people, Clock clock) {
        this.rows = rows;
        this.lookedBack = lookedBack;
        this.people = people;
        this.clock = clock;
    }

    /** To people who are no colleagues, the latest first, from what was known at that moment. */
    public List<ThanksOwed> owed(Viewer viewer, Instant at) {
        List<ThanksOwed> owed = rows.owed(viewer, at);
        if (owed.isEmpty()) return owed;
        Map<PersonId, PersonCard> cards =
                people.cards(
                        viewer, owed.stream().map(ThanksOwed::person).collect(Collectors.toSet()));
        return owed.stream()
                .filter(one ->
                        Optional.ofNullable(cards.get(one.person()))
                                .filter(card -> !card.colleague())
                                .isPresent())
                .toList();
    }

    /** To one person. */
    public List<ThanksOwed> owedTo(Viewer viewer, PersonId person, Instant at) {
        return rows.owedTo(viewer, person, at);
    }

    /**
     * Something that a person did for a member, or a thank-you for nothing that was found.
     *
     * @param owed whether it is the former
     * @param touch that shows it best: the thanks, else what was done
     */
    public record Told(
            MemberId member,
            PersonId person,
            boolean owed,
            Optional<TouchId> touch,
            Instant at,
            Optional<Instant> thanked) {}

    /** Of members in a span of time, newest first, for who looks back. */
    public List<Told> told(Viewer viewer, Collection<MemberId> members, Instant from, Instant at) {
        return lookedBack.told(viewer, members, from, at);
    }

    /** What somebody did for us; its id, by which it can be taken back. */
    @Transactional
    public UUID record(Viewer viewer, PersonId person, Kind kind, String words) {
        String said = words.replace('\0', ' ').strip(); // which PostgreSQL keeps nowhere
        if (said.length() > LONGEST) throw new Refused("words", LONGEST + " letters at most");
        UUID id = Uuid7.next();
        rows.addFavour(viewer, person, id, kind, said, clock.instant());
        return id;
    }

    @Transactional
    public boolean takeBackRecord(Viewer viewer, PersonId person, UUID favour) {
        return rows.takeFavourBack(viewer, person, favour, clock.instant());
    }

    /**
     * Said by the member: thanked where no touch shows it, or not owed.
     *
     * @return by which it can be taken back
     */
    @Transactional
    public UUID settle(Viewer viewer, PersonId person, UUID subject, boolean thanked) {
        UUID id = Uuid7.next();
        rows.settle(viewer, person, id, subject, thanked, clock.instant());
        return id;
    }

    @Transactional
    public boolean takeBack(Viewer viewer, PersonId person, UUID settled) {
        return rows.takeBack(viewer, person, settled, clock.instant());
    }
}
