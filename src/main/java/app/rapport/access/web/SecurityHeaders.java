package app.rapport.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a browser may do with our answers: run our own scripts and styles from files, nothing
 * inline, nothing from elsewhere, in nobody's frame. A controller that needs other rules for one
 * answer (a mail in its sandboxed frame) sets the header itself; it is then left alone.
 */
final class SecurityHeaders implements HeaderWriter {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
                    + "img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; "
                    + "frame-ancestors 'none'; base-uri 'none'";

    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy", POLICY,
                    "X-Frame-Options", "DENY",
                    "X-Content-Type-Options", "nosniff",
                    "Referrer-Policy", "same-origin",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Permissions-Policy", "camera=(), microphone=(), geolocation=()",
                    "Cache-Control", "private, no-cache");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        HEADERS.forEach((name, value) -> {
            if (!response.containsHeader(name)) response.setHeader(name, value);
        });
    }
}
