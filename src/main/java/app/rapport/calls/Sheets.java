package app.rapport.calls;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.calls.model.Found;
import app.rapport.calls.model.Kept;
import app.rapport.calls.model.Named;
import app.rapport.calls.model.Notes;
import app.rapport.calls.model.NotesReading;
import app.rapport.calls.model.NotesUnion;
import app.rapport.calls.model.TalkPlan;
import app.rapport.calls.store.FindingRows;
import app.rapport.calls.store.NotesRows;
import app.rapport.calls.store.TalkPlanRows;
import app.rapport.kernel.Viewer;
import app.rapport.listening.dates.DueDates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sheet of a talk: what is noted, what was found in it, and what somebody made of that. */
@Service
public class Sheets {
    private static final DueDates DATES = DueDates.english();

    /** So long may a browser have kept what it could not send. */
    private static final Duration LATE = Duration.ofDays(60);

    private final Plans plans;
    private final TalkPlanRows planRows;
    private final NotesRows rows;
    private final FindingRows findings;
    private final NamedPeople named;
    private final House house;
    private final Clock clock;

    Sheets(
            Plans plans,
            TalkPlanRows planRows,
            NotesRows rows,
            FindingRows findings,
            NamedPeople named,
            House house,
            Clock clock) {
        this.plans = plans;
        this.planRows = planRows;
        this.rows = rows;
        this.findings = findings;
        this.named = named;
        this.house = house;
        this.clock = clock;
    }

    /**
     * @param offered what nobody decided about yet
     * @param kept what was accepted or declined
     * @param people who is named and not known to take part
     */
    public record Sheet(Notes notes, List<Found> offered, List<Kept> kept, List<Named> people) {
        public List<Kept> accepted() {
            return kept.stream().filter(one -> !one.declined()).toList();
        }

        public Optional<Found> offer(String place) {
            return offered.stream().filter(one -> one.place().equals(place)).findFirst();
        }
    }

    public Sheet of(Viewer viewer, TalkPlan plan) {
        Notes notes = rows.of(viewer, plan.id());
        List<Kept> kept = findings.of(viewer, plan.id());
        Set<String> decided = kept.stream().map(Kept::place).collect(Collectors.toSet());
        List<Found> offered =
                reading(viewer, notes).of(notes.text()).stream()
                        .filter(one -> decided.add(one.place()))
                        .toList();
        return new Sheet(notes, offered, kept, named.in(viewer, plan, notes.text()));
    }

    private NotesReading reading(Viewer viewer, Notes notes) {
        Set<String> colleagues =
                house.members(viewer).values().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT).strip())
                        .flatMap(name -> Stream.of(name, name.split("\\s+")[0]))
                        .collect(Collectors.toSet());
        return new NotesReading(begun(viewer, notes), DATES, colleagues);
    }

    /** When the notes were begun, by the clock of who writes. */
    public LocalDateTime begun(Viewer viewer, Notes notes) {
        return LocalDateTime.ofInstant(notes.begunAt().orElse(clock.instant()), viewer.zone());
    }

    /**
     * What a page sends.
     *
     * @param base what stood there when it was last saved, at that {@code revision}
     * @param at when it was typed, which may be long before it could be sent
     */
    public record Typed(String base, int revision, String text, Optional<Instant> at) {
        public Typed {
            base = base.replaceAll("\\r\\n?", "\n");
            text = text.replace('\0', ' ').replaceAll("\\r\\n?", "\n");
            if (text.length() > Notes.LONGEST)
                throw new Refused("text", "200,000 characters at most");
        }
    }

    /** Keeps the notes; where somebody else wrote meanwhile, both stay. */
    @Transactional
    public Notes save(Viewer viewer, TalkPlan sheet, Typed typed) {
        if (plans.one(viewer, sheet.id()).isEmpty()) plans.keep(viewer, sheet, _ -> {});
        planRows.lock(viewer, sheet.id());
        Notes standing = rows.of(viewer, sheet.id());
        String text =
                typed.revision() == standing.revision()
                        ? typed.text()
                        : NotesUnion.of(typed.base(), typed.text(), standing.text());
        if (text.equals(standing.text())) return standing;
        if (text.length() > Notes.LONGEST) throw new Refused("text", "200,000 characters at most");
        Instant now = clock.instant();
        Notes next =
                new Notes(
                        text,
                        standing.revision() + 1,
                        standing.begunAt().or(() -> Optional.of(typedAt(typed, now))),
                        Optional.of(now));
        rows.put(viewer, sheet.id(), next);
        return next;
    }

    private static Instant typedAt(Typed typed, Instant now) {
        return typed.at().filter(at -> at.isBefore(now) && at.isAfter(now.minus(LATE))).orElse(now);
    }
}
