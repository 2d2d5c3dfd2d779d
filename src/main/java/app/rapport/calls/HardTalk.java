package app.rapport.calls;

import app.rapport.calls.model.HardWords;
import app.rapport.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * A sheet for a talk one would rather avoid, for its writer's eyes.
 *
 * @param revision counts the times it was saved; 0 for one that is not kept yet
 */
public record HardTalk(
        UUID id,
        PersonId person,
        HardWords words,
        int revision,
        Instant createdAt,
        Instant savedAt) {

    public String path() {
        return "/hard-talks/" + id;
    }
}
