package app.rapport.promises.model;

import app.rapport.kernel.MemberId;
import app.rapport.listening.dates.Recurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a task has beyond a promise.
 *
 * @param givenBy who made it; a colleague of who keeps it where it was given away
 * @param remindAt when it is to be seen in Today, whenever it is due
 * @param remindByMail whether who keeps it wants a mail then too
 */
public record Task(
        MemberId givenBy,
        Optional<Series> series,
        Optional<Instant> remindAt,
        boolean remindByMail) {

    /**
     * @param since the first day of the series, from which all others are counted
     */
    public record Series(Recurrence every, LocalDate since) {}
}
