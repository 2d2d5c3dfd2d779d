package app.rapport.ui;

import app.rapport.kernel.Right;
import java.util.List;
import java.util.Optional;

/**
 * What surrounds a page. Filled in one place for every page; pages only hand it on.
 *
 * @param seat empty on pages before the login
 * @param csrf the token that every form carries as {@code _csrf} and htmx as {@code X-CSRF-TOKEN}
 * @param notice what was just done, for the undo line
 * @param alarms what is wrong with the house itself
 * @param times formats moments in the member's zone, as of the request
 */
public record Frame(
        Optional<Seat> seat,
        List<NavLink> nav,
        String csrf,
        Optional<Notice> notice,
        List<AlarmLine> alarms,
        Times times) {

    public Frame {
        nav = List.copyOf(nav);
        alarms = List.copyOf(alarms);
    }

    /** What is wrong with the house, and where it is mended. */
    public record AlarmLine(String words, Optional<Alarm.Link> mending) {}

    /** An entry of the side as it is drawn. */
    public record NavLink(NavEntry.Item item, boolean active) {}

    /** Whether who sits here may do that; pages leave out what would be refused. */
    public boolean may(Right right) {
        return seat.map(who -> who.may(right)).orElse(false);
    }

    /** Whether all that stands here is made up. */
    public boolean madeUp() {
        return seat.map(Seat::madeUp).orElse(false);
    }

    public String theme() {
        return seat.map(Seat::theme).orElse("system");
    }

    /** What the page is drawn in until a script knows the system's own choice. */
    public String firstTheme() {
        return theme().equals("dark") ? "dark" : "light";
    }

    public String language() {
        return "en";
    }

    public String keys() {
        return seat.map(Seat::singleKeys).orElse(true) ? "on" : "off";
    }

    /** At most four entries fit the foot bar; beyond that the rest moves to "More". */
    public boolean hasMore() {
        return nav.size() > 4;
    }

    public boolean behindMore(NavLink link) {
        return hasMore() && !link.item().onPhone();
    }
}
