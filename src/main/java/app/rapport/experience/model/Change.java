package app.rapport.experience.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that is other than before because of what customers said.
 *
 * @param by who noted it
 */
public record Change(UUID id, String words, String by, Instant at, List<Because> because) {
    public Change {
        because = List.copyOf(because);
    }

    /**
     * One answer because of which it was changed.
     *
     * @param told when that customer was told
     */
    public record Because(Answer answer, Optional<Instant> told) {}

    public long untold() {
        return because.stream().filter(one -> one.told().isEmpty()).count();
    }
}
