package app.rapport.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time-ordered UUIDs, version 7 of RFC 9562 (section 6.2, method 3: the twelve bits after the
 * millisecond count its fraction, and never go back within one process).
 */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {}

    public static UUID next() {
        long ticks = LAST.updateAndGet(last -> Math.max(last + 1, now()));
        long most = (ticks >>> 12 << 16) | 0x7000L | (ticks & 0xfff);
        long least = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    /** Above all that were made up to that moment. */
    public static UUID since(Instant at) {
        return new UUID((at.toEpochMilli() + 1) << 16, 0);
    }

    /** Many at once. */
    public static UUID[] next(int many) {
        UUID[] ids = new UUID[many];
        for (int i = 0; i < many; i++) ids[i] = next();
        return ids;
    }

    /** Milliseconds since 1970 in the upper 52 bits, their fraction in 4096ths below. */
    private static long now() {
        long millis = System.currentTimeMillis();
        long fraction = (System.nanoTime() % 1_000_000 + 1_000_000) % 1_000_000 * 4096 / 1_000_000;
        return millis << 12 | fraction;
    }
}
