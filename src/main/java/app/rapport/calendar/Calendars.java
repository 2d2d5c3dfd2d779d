package app.rapport.calendar;

import app.rapport.calendar.model.Meeting;
import app.rapport.calendar.store.ComingRows;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member's own calendar; that of others is nobody's to see. */
@Service
@Transactional(readOnly = true)
public class Calendars {
    private final ComingRows rows;
    private final People people;

    Calendars(ComingRows rows, People people) {
        this.rows = rows;
        this.people = people;
    }

    /** Whether anything ever came into the viewer's calendar. */
    public boolean any(Viewer viewer) {
        return rows.any(viewer);
    }

    public List<Meeting> between(Viewer viewer, Instant from, Instant to) {
        return rows.between(viewer, from, to);
    }

    public Optional<Meeting> meeting(Viewer viewer, UUID id) {
        return rows.one(viewer, id);
    }

    /** The viewer's next meeting with that person. */
    public Optional<Meeting> nextWith(Viewer viewer, PersonId person, Instant at) {
        List<String> addresses =
                people.card(viewer, person).stream()
                        .flatMap(card -> card.addresses().stream())
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .toList();
        return addresses.isEmpty() ? Optional.empty() : rows.next(viewer, addresses, at);
    }
}
