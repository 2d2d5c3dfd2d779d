package app.rapport.mailboxes.model;

import java.time.Instant;
import java.util.Optional;

/**
 * How much of a folder is here. On the server = here + set aside + to come, always.
 *
 * @param older on the server, from before the day from which on is read
 * @param gone no longer on the server; their touches stay
 * @param gap how many were found missing when any last were
 * @param mended how many of these are here again
 */
public record FolderCount(
        String name,
        FolderRole role,
        boolean chosen,
        long onServer,
        long here,
        long setAside,
        long older,
        long gone,
        int gap,
        int mended,
        Optional<Instant> gapAt) {

    public long toCome() {
        return Math.max(0, onServer - here - setAside);
    }

    public boolean complete() {
        return toCome() == 0;
    }
}
