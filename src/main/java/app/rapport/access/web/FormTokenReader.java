package app.rapport.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Reads the form token. Of an upload only the headers are looked at: asking for a parameter would
 * receive gigabytes from somebody who may not even be logged in, and a token in the address would
 * lie in logs and histories. A script sends the token as a header; where a form is sent without
 * one, the browser itself says that the form stood on a page of ours (Fetch Metadata, W3C; before
 * it {@code Origin}, RFC 6454), which no page of another site can make it say.
 */
final class FormTokenReader implements CsrfTokenRequestHandler {
    private final XorCsrfTokenRequestAttributeHandler masked =
            new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        masked.handle(request, response, token);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken csrfToken) {
        String type = request.getContentType();
        boolean upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (!upload || request.getHeader(csrfToken.getHeaderName()) != null)
            return masked.resolveCsrfTokenValue(request, csrfToken);
        return isFromOwnPage(request) ? csrfToken.getToken() : null;
    }

    private static boolean isFromOwnPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String host = request.getHeader(HttpHeaders.HOST);
        return origin != null && host != null && host.equalsIgnoreCase(authority(origin));
    }

    /** Of {@code https://rapport.example:8443} what a request calls its host. */
    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
