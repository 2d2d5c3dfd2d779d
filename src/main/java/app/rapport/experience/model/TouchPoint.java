package app.rapport.experience.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.UUID;

/**
 * A point where customers meet us.
 *
 * @param occasion the moment after which answers speak of it
 * @param caused what it caused in the ledgers of a year
 */
public record TouchPoint(
        UUID id, String name, Optional<Occasion> occasion, Optional<Walk> last, Caused caused) {

    /**
     * Somebody went the customer's way and judged it.
     *
     * @param judgement 1, nobody should go there, to 5, one tells others of it
     */
    public record Walk(int judgement, String words, String by, Instant at) {}

    /** One that was taken out of the list. */
    public record Retired(UUID id, String name) {}

    /**
     * @param points of all entries as they were made
     */
    public record Caused(long entries, double points) {}

    /** Walked once a quarter: whether it is due in the quarter of that moment. */
    public boolean isDue(Instant now, ZoneId zone) {
        return last.filter(walk -> quarter(walk.at(), zone).equals(quarter(now, zone))).isEmpty();
    }

    private static LocalDate quarter(Instant at, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return day.with(IsoFields.DAY_OF_QUARTER, 1);
    }
}
