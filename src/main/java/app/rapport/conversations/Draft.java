package app.rapport.conversations;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail while it is written.
 *
 * @param answers the mail that it answers
 * @param copies who else gets it, as typed
 */
public record Draft(
        UUID id,
        PersonId person,
        Optional<TouchId> answers,
        String to,
        String copies,
        String subject,
        String words) {

    /** Where it goes on. */
    public String href() {
        return answers.map(touch -> "/touches/" + touch + "/answer")
                .orElse("/people/" + person + "/write");
    }
}
