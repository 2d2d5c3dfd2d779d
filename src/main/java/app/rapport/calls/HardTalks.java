package app.rapport.calls;

import app.rapport.access.Refused;
import app.rapport.calls.model.HardWords;
import app.rapport.calls.store.HardTalkRows;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sheets for talks one would rather avoid. Each is there for its writer and for nobody else,
 * whatever their role; no audit line says that there was one.
 */
@Service
public class HardTalks {
    private final HardTalkRows rows;
    private final People people;
    private final Clock clock;

    HardTalks(HardTalkRows rows, People people, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.clock = clock;
    }

    public Optional<HardTalk> one(Viewer viewer, UUID id) {
        return rows.one(viewer, id);
    }

    /** The viewer's with that person, newest first. */
    public List<HardTalk> with(Viewer viewer, PersonId person, int most) {
        return rows.page(viewer, Optional.of(person), Optional.empty(), most);
    }

    /**
     * The viewer's, newest first.
     *
     * @throws IllegalArgumentException when the cursor is none of this list
     */
    public Slice<HardTalk> page(
            Viewer viewer, Optional<PersonId> person, Optional<String> cursor, int most) {
        return Slice.of(
                rows.page(viewer, person, cursor.map(UUID::fromString), most + 1),
                most,
                one -> one.id().toString());
    }

    /** One that is kept once something is written on it. */
    public HardTalk fresh(PersonId person) {
        return fresh(Uuid7.next(), person);
    }

    private HardTalk fresh(UUID id, PersonId person) {
        Instant now = now();
        return new HardTalk(id, person, HardWords.NOTHING, 0, now, now);
    }

    /**
     * What a page sends.
     *
     * @param base what stood there when it was last saved, at that {@code revision}
     */
    public record Typed(HardWords base, int revision, HardWords words) {}

    /**
     * Keeps it; where it was written on in another window meanwhile, both stay.
     *
     * @param person with whom, where it is a new one
     * @throws Refused when it is too long
     */
    @Transactional
    public HardTalk save(Viewer viewer, UUID id, Optional<PersonId> person, Typed typed) {
        rows.lock(viewer, id);
        HardTalk standing =
                rows.one(viewer, id)
                        .or(() -> person.map(whom -> fresh(id, whom)))
                        .orElseThrow(Plans::missing);
        HardWords words =
                typed.revision() == standing.revision()
                        ? typed.words()
                        : HardWords.union(typed.base(), typed.words(), standing.words());
        return words.equals(standing.words()) && standing.revision() > 0
                ? standing
                : kept(viewer, standing, words);
    }

    private HardTalk kept(Viewer viewer, HardTalk standing, HardWords words) {
        words.tooLong()
                .ifPresent(field -> {
                    throw new Refused(field.key(), HardWords.LONGEST + " letters at most");
                });
        HardTalk next =
                new HardTalk(
                        standing.id(),
                        standing.person(),
                        words,
                        standing.revision() + 1,
                        standing.createdAt(),
                        now());
        if (people.card(viewer, next.person()).isEmpty()) throw Plans.missing();
        boolean stored =
                standing.revision() == 0 ? rows.add(viewer, next) : rows.change(viewer, next);
        if (!stored) throw Plans.missing();
        return next;
    }

    /**
     * Puts it into the writer's bin.
     *
     * @param check sees it as it stands; it may refuse
     */
    @Transactional
    public void delete(Viewer viewer, UUID id, Consumer<HardTalk> check) {
        rows.lock(viewer, id);
        check.accept(rows.one(viewer, id).orElseThrow(Plans::missing));
        rows.delete(viewer, id, now());
    }

    private Instant now() {
        return clock.instant();
    }
}
