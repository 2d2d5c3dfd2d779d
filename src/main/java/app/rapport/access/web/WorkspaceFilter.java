package app.rapport.access.web;

import app.rapport.access.Key;
import app.rapport.access.Member;
import app.rapport.database.CurrentWorkspace;
import app.rapport.ui.Seat;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The one place where a request enters a workspace: that of the session or the token. An answer
 * that is written later on another thread has to enter it again.
 */
final class WorkspaceFilter extends OncePerRequestFilter {

    static Optional<Member> member() {
        return key().map(Key::member);
    }

    static Optional<Key> key() {
        Authentication signed = SecurityContextHolder.getContext().getAuthentication();
        return signed instanceof SignedIn in ? Optional.of(in.key()) : Optional.empty();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // an asset belongs to no workspace, and asking who wants it would cost a query
        Optional<Member> member =
                request.getRequestURI().startsWith("/assets/") ? Optional.empty() : member();
        if (member.isEmpty() && isUpload(request)) {
            // reading its fields would put gigabytes of nobody on the disk
            response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        if (member.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        seat(member.get()).leaveWith(request);
        try {
            CurrentWorkspace.callThrowing(
                    member.get().workspace(),
                    member.get().seen(),
                    () -> {
                        proceed(chain, request, response);
                        return true;
                    });
        } catch (Refusal e) {
            if (e.getCause() instanceof IOException broken) throw broken;
            throw (ServletException) e.getCause();
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** One kind of exception for the callable, unpacked again outside. */
    private static void proceed(
            FilterChain chain, HttpServletRequest request, HttpServletResponse response)
            throws Refusal {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
            throw new Refusal(e);
        }
    }

    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        Refusal(Exception cause) {
            super(cause);
        }
    }

    private static Seat seat(Member member) {
        return new Seat(
                member.viewer(),
                member.name(),
                member.workspaceName(),
                member.theme(),
                member.singleKeys(),
                member.locale(),
                member.rights(),
                member.madeUp());
    }
}
