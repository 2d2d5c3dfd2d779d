package app.rapport.ui;

import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Fills the frame of every page. */
@Component
class Frames {
    // found once: to sort them, Spring looks at the annotations of each
    private final Supplier<List<NavEntry>> entries;
    private final Supplier<List<Alarm>> alarms;
    private final Clock clock;

    Frames(ObjectProvider<NavEntry> entries, ObjectProvider<Alarm> alarms, Clock clock) {
        this.entries = SingletonSupplier.of(() -> entries.orderedStream().toList());
        this.alarms = SingletonSupplier.of(() -> alarms.orderedStream().toList());
        this.clock = clock;
    }

    Frame frame(HttpServletRequest request, HttpServletResponse response) {
        Optional<Seat> seat = Seat.of(request);
        return new Frame(
                seat,
                seat.map(who -> nav(who, request.getRequestURI())).orElse(List.of()),
                csrf(request),
                Notices.take(request, response),
                seat.map(who -> alarms(who.viewer())).orElse(List.of()),
                new Times(
                        seat.map(who -> who.viewer().zone()).orElse(ZoneOffset.UTC),
                        seat.map(Seat::locale).orElse(Locale.UK),
                        clock.instant()));
    }

    /** A page that only shows that something broke must not ask a room that may be what broke. */
    Frame bareFrame(HttpServletRequest request) {
        Optional<Seat> seat = Seat.of(request);
        return new Frame(
                seat,
                List.of(),
                csrf(request),
                Optional.empty(),
                List.of(),
                new Times(ZoneOffset.UTC, Locale.UK, clock.instant()));
    }

    private List<Frame.NavLink> nav(Seat seat, String path) {
        return entries.get().stream()
                .filter(entry -> entry.needs() == Right.READ_OWN || seat.may(entry.needs()))
                .flatMap(entry -> entry.item(seat.viewer()).stream())
                .sorted(Comparator.comparingInt(NavEntry.Item::order))
                .map(item -> new Frame.NavLink(item, item.holds(path)))
                .toList();
    }

    private List<Frame.AlarmLine> alarms(Viewer viewer) {
        return alarms.get().stream()
                .flatMap(alarm ->
                        alarm.words(viewer).stream()
                                .map(words -> new Frame.AlarmLine(words, alarm.mending())))
                .toList();
    }

    private static String csrf(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token.getToken();
    }
}
