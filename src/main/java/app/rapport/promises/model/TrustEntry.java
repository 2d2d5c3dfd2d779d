package app.rapport.promises.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What trust rests on: a promise and what became of it, or another deed.
 *
 * @param good weight that speaks for trust
 * @param bad weight that speaks against it
 * @param words what it was, one line
 * @param href where it stands
 * @param deed the deed that it is, which can be taken back; empty for a promise
 */
public record TrustEntry(
        Promise.Side side,
        Instant at,
        double good,
        double bad,
        String words,
        String href,
        Optional<UUID> deed) {

    /** "+1", "-2", or both where it speaks for and against. */
    public String weightWords() {
        if (bad == 0) return "+" + plain(good);
        return good == 0 ? "−" + plain(bad) : "+" + plain(good) + " −" + plain(bad);
    }

    private static String plain(double weight) {
        return weight == Math.rint(weight) ? String.valueOf((long) weight) : String.valueOf(weight);
    }

    /** A broken promise weighs more than a kept one: trust is lost faster than it is won. */
    public static double goodOf(State state) {
        return switch (state) {
            case KEPT -> 1;
            case KEPT_LATE -> .4;
            case RENEGOTIATED, OPEN, WAITING, BROKEN, WITHDRAWN -> 0;
        };
    }

    public static double badOf(State state) {
        return switch (state) {
            case BROKEN -> 2;
            case KEPT_LATE -> .6;
            case WITHDRAWN -> .5;
            case RENEGOTIATED -> .2;
            case KEPT, OPEN, WAITING -> 0;
        };
    }
}
