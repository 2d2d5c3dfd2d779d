package app.rapport.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * The clock that every room reads. What is lived over again, such as the past of a made-up firm, is
 * done at the moment that is told here: rooms keep it as if it had been done then, and none of them
 * has to know.
 */
public final class HouseClock extends Clock {
    private static final ScopedValue<Instant> TOLD = ScopedValue.newInstance();

    private final ZoneId zone;

    private HouseClock(ZoneId zone) {
        this.zone = zone;
    }

    public static HouseClock utc() {
        return new HouseClock(ZoneOffset.UTC);
    }

    /** Does the work at that moment; the clock of other threads goes on. */
    public static <T> T at(Instant moment, Supplier<T> work) {
        return ScopedValue.where(TOLD, moment).call(work::get);
    }

    /** Whether this thread lives at a moment that it was told. */
    public static boolean isTold() {
        return TOLD.isBound();
    }

    /** In the microseconds that the database keeps, so that a moment can be asked for again. */
    @Override
    public Instant instant() {
        return (TOLD.isBound() ? TOLD.get() : Instant.now()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new HouseClock(other);
    }
}
