package app.rapport.access.web;

import app.rapport.access.Key;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Tells Spring Security who asks, from what the request carries: the session's cookie for pages, a
 * token for the API. Asked only when somebody wants to know, so assets cost no query.
 */
record Context(Function<HttpServletRequest, Optional<Key>> who)
        implements SecurityContextRepository {

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Asked(request, who);
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // Spring asks for it until it is gone
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return who.apply(request).isPresent();
    }

    /** Sessions are opened and closed by the login, not by what is in a context. */
    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    private static final class Asked implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private final Function<HttpServletRequest, Optional<Key>> who;
        private @org.jspecify.annotations.Nullable SecurityContext context;

        Asked(HttpServletRequest request, Function<HttpServletRequest, Optional<Key>> who) {
            this.request = request;
            this.who = who;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known != null) return known;
            SecurityContext made = new SecurityContextImpl();
            who.apply(request).ifPresent(key -> made.setAuthentication(new SignedIn(key)));
            context = made;
            return made;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
