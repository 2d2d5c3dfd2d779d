package app.rapport.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Socket: a part of a company's page that a room contributes. */
public interface AccountSection {
    /**
     * The room's part as of a moment, or nothing when it has nothing to say.
     *
     * @param people who works there
     */
    Optional<PersonSection.Section> section(
            Viewer viewer, AccountId account, Collection<PersonId> people, Instant at);
}
