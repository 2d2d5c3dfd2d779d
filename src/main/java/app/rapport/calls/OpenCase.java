package app.rapport.calls;

import app.rapport.calls.model.BusinessCase;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A business case as its reader meets it: this and nothing else of ours.
 *
 * @param company for whom it was made
 * @param house who made it
 * @param who shared it
 * @param at when it was last changed
 */
public record OpenCase(
        BusinessCase content,
        String company,
        String house,
        String who,
        Instant at,
        LocalDate endsOn) {}
