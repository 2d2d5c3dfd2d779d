package app.rapport.experience.model;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a customer said when they were asked.
 *
 * @param personName empty where nobody needs it
 * @param words their own, empty where they gave none
 * @param touch the answer among the touches
 */
public record Answer(
        UUID id,
        PersonId person,
        String personName,
        Occasion occasion,
        Measure measure,
        int rating,
        String words,
        Optional<TouchId> touch,
        Instant at) {

    public boolean isBad() {
        return measure.isBad(rating);
    }

    public String said() {
        return measure.said(rating, occasion);
    }
}
