package app.rapport.experience.model;

import app.rapport.kernel.ExperienceEntry.Kind;
import java.time.Duration;
import java.time.Instant;

/**
 * How much of an entry is left after some time: half after its half-life, nothing after six of
 * them. Why these: {@code docs/experience.md}.
 */
public final class Fading {
    private static final int LIVES = 6;

    private Fading() {}

    public static int halfLifeDays(Kind kind) {
        return switch (kind) {
            case SIGN -> 60;
            case DEED, MARK -> 180;
            case ANSWER -> 365;
        };
    }

    /** After so long nothing of it counts. */
    public static Duration life(Kind kind) {
        return Duration.ofDays((long) LIVES * halfLifeDays(kind));
    }

    /** 1 when it happened, 0 before and long after. */
    public static double left(Kind kind, Instant happened, Instant at) {
        if (happened.isAfter(at)) return 0;
        Duration age = Duration.between(happened, at);
        if (age.compareTo(life(kind)) >= 0) return 0;
        return Math.pow(.5, age.toSeconds() / 86_400.0 / halfLifeDays(kind));
    }
}
