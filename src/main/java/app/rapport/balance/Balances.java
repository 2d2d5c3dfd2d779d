package app.rapport.balance;

import app.rapport.access.Refused;
import app.rapport.balance.model.Balance;
import app.rapport.balance.model.Given;
import app.rapport.balance.store.GivenRows;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who goes how far, concluded from the facts each time it is asked for, so that nothing is stored
 * that could differ from them.
 */
@Service
public class Balances {
    private static final int LONGEST = 500;

    private final Efforts efforts;
    private final GivenRows rows;
    private final Clock clock;

    Balances(Efforts efforts, GivenRows rows, Clock clock) {
        this.efforts = efforts;
        this.rows = rows;
        this.clock = clock;
    }

    /** With one person, or with all of a company, of what was known at that moment. */
    public Balance with(Viewer viewer, Collection<PersonId> people, Instant at) {
        return since(viewer, people, at.minus(Balance.COUNTS), at);
    }

    /** With each of these people, by a few statements for all. */
    public Map<PersonId, Balance> ofEach(Viewer viewer, Collection<PersonId> people, Instant at) {
        Map<PersonId, Balance> each = new HashMap<>();
        efforts.withEach(viewer, people, at.minus(Balance.COUNTS), at)
                .forEach((person, with) -> each.put(person, with.at(at)));
        return each;
    }

    /** The same with two years before it, for the trend; of a great deal the newest is read. */
    public Balance story(Viewer viewer, Collection<PersonId> people, Instant at) {
        return since(viewer, people, at.minus(Balance.STORY), at);
    }

    private Balance since(Viewer viewer, Collection<PersonId> people, Instant from, Instant at) {
        return Efforts.With.all(efforts.withEach(viewer, people, from, at).values(), from).at(at);
    }

    /**
     * @param at when it was given; it is known from now on
     */
    public record New(Given.Kind kind, boolean ours, String words, Instant at) {}

    /** The id by which it can be taken back. */
    @Transactional
    public UUID record(Viewer viewer, PersonId person, New made) {
        Instant now = clock.instant();
        if (made.at().isAfter(now.plusSeconds(60)))
            throw new Refused("day", "Nothing was given yet on a day to come");
        UUID id = Uuid7.next();
        Given given = new Given(id, made.kind(), made.ours(), line(made.words()), "", made.at());
        rows.add(viewer, person, given, now);
        return id;
    }

    @Transactional
    public boolean takeBack(Viewer viewer, PersonId person, UUID given) {
        return rows.takeBack(viewer, person, given, clock.instant());
    }

    /** Says that an entry is wrong: it stays, and counts nothing. False where there is none. */
    @Transactional
    public boolean wrong(Viewer viewer, PersonId person, String entry, String words) {
        Instant now = clock.instant();
        boolean stands =
                story(viewer, List.of(person), now).lines().stream()
                        .filter(line -> line.wrong().isEmpty())
                        .anyMatch(line -> line.effort().key().equals(entry));
        if (stands) rows.addWrong(viewer, person, Uuid7.next(), entry, line(words), now);
        return stands;
    }

    @Transactional
    public boolean countAgain(Viewer viewer, PersonId person, String entry) {
        return rows.countAgain(viewer, person, entry, clock.instant());
    }

    private static String line(String typed) {
        String words = typed.replace('\0', ' ').strip();
        if (words.length() > LONGEST)
            throw new Refused("words", "One line is enough: " + LONGEST + " letters at most");
        return words;
    }
}
