package app.rapport.conversations;

import app.rapport.kernel.TouchId;
import java.time.Instant;
import java.util.Optional;

/**
 * One mail or talk between us and a person, as a fact without words.
 *
 * @param ours empty of a talk of which nobody said who began it
 * @param letters of its own text; 0 where the viewer may not read it
 * @param newPeople how many others on it were never on a touch before
 */
public record Exchanged(
        TouchId touch,
        Instant at,
        boolean written,
        Optional<Boolean> ours,
        int letters,
        int newPeople) {}
