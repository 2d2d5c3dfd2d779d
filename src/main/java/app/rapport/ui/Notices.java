package app.rapport.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Carries a notice over the redirect after a form, in a cookie of a minute's life: it concerns this
 * browser only, and needs no row in the database.
 */
public final class Notices {
    private static final String COOKIE = "rapport_notice";
    private static final int LONGEST = 500;

    private Notices() {}

    /** The next page of this browser shows the notice. */
    public static void say(HttpServletResponse response, Notice notice) {
        String text =
                notice.text().length() > LONGEST
                        ? notice.text().substring(0, LONGEST)
                        : notice.text();
        String words = notice.undo().orElse("") + "\n" + text;
        response.addCookie(
                cookie(
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(words.getBytes(StandardCharsets.UTF_8)),
                        60));
    }

    static Optional<Notice> take(HttpServletRequest request, HttpServletResponse response) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie cookie : cookies) {
            if (!cookie.getName().equals(COOKIE)) continue;
            response.addCookie(cookie("", 0));
            return read(cookie.getValue());
        }
        return Optional.empty();
    }

    private static Optional<Notice> read(String value) {
        try {
            String words = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            int line = words.indexOf('\n');
            if (line < 0) return Optional.empty();
            String path = words.substring(0, line);
            // a path of our own, never another site
            boolean own = path.startsWith("/") && !path.startsWith("//");
            return Optional.of(
                    new Notice(
                            words.substring(line + 1), own ? Optional.of(path) : Optional.empty()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cookie cookie(String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
