package app.rapport.experience.model;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A moment with one customer, and what came of asking.
 *
 * @param touch the touch that it was
 */
public record Moment(
        UUID id,
        PersonId person,
        Occasion occasion,
        Instant at,
        Optional<TouchId> touch,
        Optional<Instant> asked,
        Optional<Answer> answer) {}
