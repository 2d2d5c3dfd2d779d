package app.rapport.calls;

import app.rapport.kernel.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A link that opens one version of a business case to whoever has it.
 *
 * @param label for whom it is, in a word or two
 * @param revision that it shows
 */
public record CaseLink(
        UUID id,
        String label,
        int revision,
        Instant createdAt,
        MemberId by,
        LocalDate endsOn,
        boolean ended,
        Optional<Instant> revokedAt) {

    public boolean opens() {
        return !ended && revokedAt.isEmpty();
    }
}
