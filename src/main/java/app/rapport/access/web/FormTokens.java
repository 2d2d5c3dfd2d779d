package app.rapport.access.web;

import app.rapport.access.Sessions.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * What proves that a form came from our own page: a secret of the session, or, before there is one,
 * of a cookie that no other site can set or read.
 */
final class FormTokens implements CsrfTokenRepository {
    static final String HEADER = "X-CSRF-TOKEN";
    static final String PARAMETER = "_csrf";
    private static final String COOKIE = "rapport_form";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SessionCookie sessions;

    FormTokens(SessionCookie sessions) {
        this.sessions = sessions;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return token(HexFormat.of().formatHex(bytes));
    }

    @Override
    public void saveToken(
            @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (sessions.session(request).isPresent()) return;
        SessionCookie.add(
                request,
                response,
                COOKIE,
                token == null ? "" : token.getToken(),
                token == null ? Duration.ZERO : Duration.ofHours(12),
                "Strict");
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return sessions.session(request)
                .map(Session::csrf)
                .or(() ->
                        SessionCookie.value(request, COOKIE).filter(value -> value.length() == 64))
                .map(FormTokens::token)
                .orElse(null);
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, PARAMETER, value);
    }
}
