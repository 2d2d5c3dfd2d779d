package app.rapport.risk.model;

import app.rapport.kernel.MemberId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wrote down on a day.
 *
 * @param id of this wording
 * @param item stays while it is corrected
 * @param only the member who alone sees it; empty for whoever sees the deal
 */
public record Noted<T extends RiskItem>(
        UUID id, UUID item, T body, Instant at, MemberId by, Optional<MemberId> only) {

    /** The same, where it is of that kind. */
    public <K extends RiskItem> Optional<Noted<K>> as(Class<K> kind) {
        return kind.isInstance(body)
                ? Optional.of(new Noted<>(id, item, kind.cast(body), at, by, only))
                : Optional.empty();
    }
}
