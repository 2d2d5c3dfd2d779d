package app.rapport.debriefs.model;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What was learned at a table: of somebody on the other side, kept for whoever sits with them next,
 * or of oneself.
 *
 * @param about who it is about; empty of oneself
 * @param only the member who alone reads it
 */
public record Lesson(
        UUID id,
        UUID negotiation,
        Optional<About> about,
        String words,
        MemberId by,
        Instant at,
        Optional<MemberId> only) {

    /** A person, or the whole company. */
    public sealed interface About {}

    public record Person(PersonId id) implements About {}

    public record Company(AccountId id) implements About {}
}
