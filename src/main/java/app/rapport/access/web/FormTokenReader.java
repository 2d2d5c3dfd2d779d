package app.rapport.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Reads the form token. Of an upload only the header and the address are looked at: asking for a
 * parameter would receive gigabytes from somebody who may not even be logged in. Forms with files
 * therefore carry {@code ?_csrf=} in their action.
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
        boolean upload =
                type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/");
        if (!upload || request.getHeader(csrfToken.getHeaderName()) != null) {
            return masked.resolveCsrfTokenValue(request, csrfToken);
        }
        String value = inAddress(request, csrfToken.getParameterName());
        return value == null
                ? null
                : masked.resolveCsrfTokenValue(
                        new WithHeader(request, csrfToken, value), csrfToken);
    }

    private static @Nullable String inAddress(HttpServletRequest request, String name) {
        String query = request.getQueryString();
        if (query == null) return null;
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair ->
                        URLDecoder.decode(
                                pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }

    /** Shows the token of the address as if it had come in the header. */
    private static final class WithHeader extends jakarta.servlet.http.HttpServletRequestWrapper {
        private final String name;
        private final String value;

        WithHeader(HttpServletRequest request, CsrfToken token, String value) {
            super(request);
            this.name = token.getHeaderName();
            this.value = value;
        }

        @Override
        public @Nullable String getHeader(String header) {
            return header.equalsIgnoreCase(name) ? value : super.getHeader(header);
        }
    }
}
