package app.rapport.people.web;

import app.rapport.kernel.RecordKind;
import app.rapport.people.Merges;
import app.rapport.ui.Seat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * A record that was joined to another is not there any more: whoever asks for it is led to the
 * other. Asked only where the answer would be that there is nothing, so the usual way costs
 * nothing. The answer is not kept by browsers: the two may be parted again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MovedRecords implements HandlerExceptionResolver {
    private static final String ID = "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})";
    private static final Pattern PEOPLE = Pattern.compile("^(?:/api/v1/contacts|/people)/" + ID);
    private static final Pattern COMPANIES =
            Pattern.compile("^(?:/api/v1/accounts|/accounts)/" + ID);

    private final Merges merges;

    MovedRecords(Merges merges) {
        this.merges = merges;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception problem) {
        boolean nothing =
                problem instanceof ResponseStatusException status
                        && status.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND);
        if (!nothing) return null;
        Optional<String> moved =
                moved(request, PEOPLE, RecordKind.CONTACT)
                        .or(() -> moved(request, COMPANIES, RecordKind.ACCOUNT));
        if (moved.isEmpty()) return null;
        boolean api = request.getRequestURI().startsWith("/api/");
        response.setStatus(
                api
                        ? HttpStatus.PERMANENT_REDIRECT.value()
                        : HttpStatus.TEMPORARY_REDIRECT.value());
        response.setHeader("Location", moved.get());
        response.setHeader("Cache-Control", "no-store");
        return new ModelAndView();
    }

    /** The same address with the id of the record that stands for it now. */
    private Optional<String> moved(HttpServletRequest request, Pattern path, RecordKind kind) {
        Matcher found = path.matcher(request.getRequestURI());
        if (!found.find()) return Optional.empty();
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return Seat.of(request)
                .flatMap(seat ->
                        merges.movedTo(seat.viewer(), kind, UUID.fromString(found.group(1))))
                .map(now ->
                        request.getRequestURI().substring(0, found.start(1))
                                + now
                                + request.getRequestURI().substring(found.end(1))
                                + query);
    }
}
