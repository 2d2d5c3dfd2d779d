package app.rapport.calendar.web;

import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.NavEntry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The week in the side; also before the first meeting, for it says how to bring one. */
@Component
class CalendarNav implements NavEntry {
    @Override
    public Optional<Item> item(Viewer viewer) {
        return Optional.of(Item.of("Calendar", "/calendar", "calendar-event", "w", 35));
    }

    @Override
    public Right needs() {
        return Right.READ_RECORDS;
    }
}
