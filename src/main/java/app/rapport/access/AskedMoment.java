package app.rapport.access;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The moment as of which a program asks, in its parameter {@code at}. */
public final class AskedMoment {
    private AskedMoment() {}

    /**
     * Now where nothing is given. Times reach further than the calendar of anybody, and than the
     * database's: other years than 1 to 9999 are refused with 400, as is what is no time.
     */
    public static Instant of(@Nullable String at, Clock clock) {
        if (at == null) return clock.instant();
        try {
            OffsetDateTime moment = OffsetDateTime.parse(at);
            if (moment.getYear() < 1 || moment.getYear() > 9999)
                throw new DateTimeException("no year of any calendar");
            return moment.toInstant();
        } catch (DateTimeException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "at is a time such as 2026-03-09T12:00:00Z", e);
        }
    }
}
