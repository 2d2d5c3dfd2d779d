package app.rapport.people;

import app.rapport.database.Conditions;
import app.rapport.kernel.OpenMatters;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.PeopleQuery;
import app.rapport.people.store.ContactWords;
import app.rapport.people.store.PeopleFilters;
import app.rapport.people.store.PeopleRows;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of people as somebody wants to see it. */
@Service
public class PeopleList {
    /** Typed words that fit more people than this are too few words. */
    private static final int MOST_FOUND = 1_000;

    /** Counting stops here; nobody reads on so far. */
    public static final long COUNTED = 10_000;

    private final PeopleRows rows;
    private final ContactWords words;
    private final List<OpenMatters> matters;
    private final Clock clock;

    PeopleList(PeopleRows rows, ContactWords words, List<OpenMatters> matters, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.matters = matters;
        this.clock = clock;
    }

    /**
     * @param after the cursor of the page before; empty for the first
     */
    @Transactional(readOnly = true)
    public Slice<PersonRow> page(Viewer viewer, PeopleQuery query, String after, int most) {
        return rows.page(viewer, query, filters(viewer, query), after, most);
    }

    /** How many fit, at most {@link #COUNTED}. */
    @Transactional(readOnly = true)
    public long count(Viewer viewer, PeopleQuery query) {
        return rows.count(filters(viewer, query), COUNTED);
    }

    /** The sources that people came from. */
    public List<String> sources(Viewer viewer) {
        return rows.sources(viewer);
    }

    Conditions filters(Viewer viewer, PeopleQuery query) {
        List<PersonId> found =
                query.words().isBlank()
                        ? List.of()
                        : words.find(viewer, query.words(), MOST_FOUND).stream()
                                .map(ContactWords.Found::person)
                                .toList();
        List<PersonId> waiting =
                query.open()
                        ? matters.stream()
                                .flatMap(m -> m.waiting(viewer, clock.instant()).stream())
                                .toList()
                        : List.of();
        return PeopleFilters.of(viewer, query, found, waiting, clock);
    }
}
