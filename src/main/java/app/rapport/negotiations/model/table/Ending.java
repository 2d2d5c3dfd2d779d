package app.rapport.negotiations.model.table;

import app.rapport.kernel.MemberId;
import java.time.Instant;
import java.util.UUID;

/** How a table closed. */
public sealed interface Ending {
    Instant at();

    MemberId by();

    /**
     * An offer was accepted.
     *
     * @param offer whose side's standing package is the agreement
     */
    record Agreed(Instant at, MemberId by, UUID offer) implements Ending {}

    /** We walked away, and the door is open. */
    record Left(Instant at, MemberId by, String reason) implements Ending {}
}
