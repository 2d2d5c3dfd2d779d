package app.rapport.experience;

import app.rapport.access.Refused;
import app.rapport.experience.model.Correction;
import app.rapport.experience.model.Fading;
import app.rapport.experience.model.Ledger;
import app.rapport.experience.model.Mark;
import app.rapport.experience.model.Mark.Feeling;
import app.rapport.experience.store.MarkRows;
import app.rapport.experience.store.TouchPointRows;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.ExperienceEntry;
import app.rapport.kernel.ExperienceEntry.Key;
import app.rapport.kernel.ExperienceEntry.Kind;
import app.rapport.kernel.ExperienceSource;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How people and companies experience us, concluded from the facts each time it is asked for: so
 * there is nothing that could differ from them.
 */
@Service
public class Experiences {
    /** So far back the whole story of a relation reaches. */
    private static final Duration WHOLE = Duration.ofDays(5 * 365);

    private static final int LONGEST = 500;

    private final List<ExperienceSource> sources;
    private final MarkExperience marks;
    private final MarkRows rows;
    private final TouchPointRows points;
    private final Clock clock;

    Experiences(
            List<ExperienceSource> sources,
            MarkExperience marks,
            MarkRows rows,
            TouchPointRows points,
            Clock clock) {
        this.sources = sources;
        this.marks = marks;
        this.rows = rows;
        this.points = points;
        this.clock = clock;
    }

    /** What counted at that moment, of what was known then. */
    public Ledger with(Viewer viewer, PersonId person, Instant at) {
        return ledger(viewer, List.of(person), alive(at), at, List.of());
    }

    /** The same with all that counts no more, for the curve of the whole relation. */
    public Ledger story(Viewer viewer, PersonId person, Instant at) {
        return ledger(viewer, List.of(person), at.minus(WHOLE), at, List.of());
    }

    /**
     * Of a company: what all its people met, each thing once, and what was said of it as a whole.
     */
    public Ledger with(Viewer viewer, AccountId account, Collection<PersonId> people, Instant at) {
        return ledger(viewer, people, alive(at), at, marks.ofAccount(viewer, account, at));
    }

    public Ledger story(Viewer viewer, AccountId account, Collection<PersonId> people, Instant at) {
        return ledger(viewer, people, at.minus(WHOLE), at, marks.ofAccount(viewer, account, at));
    }

    /** Of each of these people, by a few statements for all. */
    public Map<PersonId, Ledger> ofEach(Viewer viewer, Collection<PersonId> people, Instant at) {
        Map<Key, Correction> wrong = rows.corrections(viewer, people, at);
        Map<PersonId, Ledger> ledgers = new HashMap<>();
        entries(viewer, people, alive(at), at)
                .forEach((person, entries) -> ledgers.put(person, Ledger.of(entries, wrong, at)));
        return ledgers;
    }

    private static Instant alive(Instant at) {
        return at.minus(Fading.life(Kind.SIGN));
    }

    private Ledger ledger(
            Viewer viewer,
            Collection<PersonId> people,
            Instant since,
            Instant at,
            List<ExperienceEntry> more) {
        List<ExperienceEntry> all =
                Stream.concat(
                                entries(viewer, people, since, at).values().stream()
                                        .flatMap(List::stream),
                                more.stream())
                        .toList();
        return Ledger.of(all, rows.corrections(viewer, people, at), at);
    }

    private Map<PersonId, List<ExperienceEntry>> entries(
            Viewer viewer, Collection<PersonId> people, Instant since, Instant at) {
        Map<PersonId, List<ExperienceEntry>> entries = new HashMap<>();
        if (people.isEmpty()) return entries;
        for (ExperienceSource source : sources)
            source.entries(viewer, people, since, at)
                    .forEach((person, some) ->
                            entries.computeIfAbsent(person, _ -> new ArrayList<>()).addAll(some));
        return entries;
    }

    /**
     * @param at when they felt so; the mark is known from now on
     * @param point where they met us
     */
    public record New(Feeling feeling, String words, Instant at, Optional<UUID> point) {
        public static New nowhere(Feeling feeling, String words, Instant at) {
            return new New(feeling, words, at, Optional.empty());
        }
    }

    /** The mark's id, by which it can be taken back. */
    @Transactional
    public UUID mark(Viewer viewer, PersonId person, New mark) {
        return add(viewer, Optional.of(person), Optional.empty(), mark);
    }

    @Transactional
    public UUID mark(Viewer viewer, AccountId account, New mark) {
        return add(viewer, Optional.empty(), Optional.of(account), mark);
    }

    private UUID add(
            Viewer viewer, Optional<PersonId> person, Optional<AccountId> account, New mark) {
        Instant now = clock.instant();
        if (mark.at().isAfter(now.plusSeconds(60)))
            throw new Refused("at", "Nobody felt anything yet on a day to come");
        UUID id = Uuid7.next();
        rows.add(
                viewer,
                person,
                account,
                new Mark(id, mark.feeling(), line(mark.words()), "", mark.at()),
                mark.point().filter(point -> points.isThere(viewer, point)),
                now);
        return id;
    }

    /**
     * @param of the person or company
     */
    @Transactional
    public boolean takeBack(Viewer viewer, UUID of, UUID mark) {
        return rows.takeBack(viewer, of, mark, clock.instant());
    }

    /** Says that an entry is wrong: it stays, and counts nothing. False where there is none. */
    @Transactional
    public boolean correct(Viewer viewer, PersonId person, Key entry, String words) {
        Instant now = clock.instant();
        boolean stands =
                story(viewer, person, now).lines().stream()
                        .filter(line -> line.wrong().isEmpty())
                        .anyMatch(line -> line.entry().key().equals(entry));
        if (stands)
            rows.correct(viewer, person, new Correction(Uuid7.next(), entry, line(words), "", now));
        return stands;
    }

    @Transactional
    public boolean countAgain(Viewer viewer, PersonId person, Key entry) {
        return rows.countAgain(viewer, person, entry, clock.instant());
    }

    static String line(String typed) {
        String words = typed.replace('\0', ' ').strip();
        if (words.length() > LONGEST)
            throw new Refused("words", "One line is enough: " + LONGEST + " letters at most");
        return words;
    }
}
