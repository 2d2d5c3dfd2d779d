package app.rapport.debriefs;

import app.rapport.debriefs.model.Figures;
import app.rapport.debriefs.model.Lesson;
import app.rapport.kernel.MemberId;
import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.model.table.Ending;
import app.rapport.promises.model.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A table that closed, looked back at.
 *
 * @param figures as they stood when it was held, else by what is believed now
 * @param terms what was agreed, in words; empty without an agreement
 * @param marks which warnings came true, by their ids
 */
public record Debrief(
        Sitting sitting,
        Ending ending,
        Figures figures,
        Map<String, String> terms,
        Optional<Held> held,
        List<Lesson> lessons,
        Map<UUID, Boolean> marks,
        List<Promise> promises) {

    /** That it was held: by whom, and when. */
    public record Held(Instant at, MemberId by) {}
}
