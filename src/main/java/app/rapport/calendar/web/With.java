package app.rapport.calendar.web;

import app.rapport.calendar.model.Guest;
import app.rapport.calendar.model.Meeting;
import java.util.List;
import java.util.Set;

/** Who else is at a meeting, in short. */
final class With {
    private With() {}

    /** "Marta Vesely, Jonas Ekdal", "Marta Vesely and 3 others"; nothing where one is alone. */
    static String whom(Meeting meeting, Set<String> mine) {
        List<String> others =
                meeting.guests().stream()
                        .filter(guest -> !mine.contains(guest.address()) && !guest.declined())
                        .map(Guest::shown)
                        .toList();
        if (others.size() <= 2) return String.join(", ", others);
        return others.getFirst() + " and " + (others.size() - 1) + " others";
    }
}
