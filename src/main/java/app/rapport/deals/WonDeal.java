package app.rapport.deals;

import app.rapport.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A deal that was won: who had a part in it, and how long it took. */
public record WonDeal(DealId id, List<PersonId> people, Instant began, LocalDate closed) {

    public int days(ZoneId zone) {
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(began, zone), closed);
        return (int) Math.max(0, days);
    }
}
