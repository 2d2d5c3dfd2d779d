package app.rapport.deals;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.MemberId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of a field.
 *
 * @param field as {@code DealField.key} has it, or {@code people}
 * @param before in the field's text form, as is {@code after}
 * @param by empty where an import did it
 */
public record DealChange(
        UUID id,
        String field,
        String before,
        String after,
        Instant at,
        Optional<MemberId> by,
        Optional<ImportId> importId) {}
