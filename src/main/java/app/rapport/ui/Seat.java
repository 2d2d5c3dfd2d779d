package app.rapport.ui;

import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who sits before the page. Whoever lets people in leaves it with the request; the frame is filled
 * from it.
 *
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param singleKeys whether keys without a modifier do anything
 * @param rights what they may; pages leave out what would be refused
 * @param madeUp whether all in the workspace is made up, to look around in
 */
public record Seat(
        Viewer viewer,
        String name,
        String workspaceName,
        String theme,
        boolean singleKeys,
        Locale locale,
        Set<Right> rights,
        boolean madeUp) {

    public Seat {
        rights = Set.copyOf(rights);
    }

    private static final String ATTRIBUTE = Seat.class.getName();

    public boolean may(Right right) {
        return rights.contains(right);
    }

    public void leaveWith(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public static Optional<Seat> of(HttpServletRequest request) {
        return Optional.ofNullable((Seat) request.getAttribute(ATTRIBUTE));
    }
}
