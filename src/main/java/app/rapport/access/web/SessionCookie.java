package app.rapport.access.web;

import app.rapport.access.Admission;
import app.rapport.access.Member;
import app.rapport.access.Sessions;
import app.rapport.access.Sessions.Session;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie that holds a session's secret. How long it counts is decided by the database. */
@Component
class SessionCookie implements Admission {
    private static final String NAME = "rapport_session";
    private static final String FOUND = SessionCookie.class.getName();
    private static final Duration LONGEST = Duration.ofDays(400);

    private final Sessions sessions;

    SessionCookie(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The request's session, looked up once. */
    @SuppressWarnings("unchecked")
    Optional<Session> session(HttpServletRequest request) {
        Object known = request.getAttribute(FOUND);
        if (known != null) return (Optional<Session>) known;
        Optional<Session> found = secret(request).flatMap(sessions::find);
        request.setAttribute(FOUND, found);
        return found;
    }

    Optional<String> secret(HttpServletRequest request) {
        return value(request, NAME);
    }

    static Optional<String> value(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) return Optional.of(cookie.getValue());
        }
        return Optional.empty();
    }

    void write(HttpServletRequest request, HttpServletResponse response, String secret) {
        add(request, response, NAME, secret, secret.isEmpty() ? Duration.ZERO : LONGEST, "Lax");
    }

    @Override
    public void letIn(Member member, HttpServletRequest request, HttpServletResponse response) {
        write(request, response, sessions.open(member, SetupController.agent(request)));
    }

    @Override
    public void seeOff(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "");
    }

    static void add(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            Duration life,
            String sameSite) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite(sameSite)
                        .path("/")
                        .maxAge(life)
                        .build()
                        .toString());
    }
}
