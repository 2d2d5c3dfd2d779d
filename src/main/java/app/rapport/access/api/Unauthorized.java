package app.rapport.access.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Says to a caller without a valid token what is missing, as RFC 9457 and RFC 6750 want it. */
public final class Unauthorized implements AuthenticationEntryPoint {

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException {
        boolean sent = BearerToken.of(request).isPresent();
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(
                "WWW-Authenticate",
                sent
                        ? "Bearer realm=\"rapport\", error=\"invalid_token\""
                        : "Bearer realm=\"rapport\"");
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(
                        """
                        {"type":"about:blank","title":"Unauthorized","status":401,"detail":"%s"}\
                        """
                                .formatted(
                                        sent
                                                ? "This token is unknown or was revoked."
                                                : "Send a token: Authorization: Bearer rpt_…")
                                .getBytes(StandardCharsets.UTF_8));
    }
}
