package app.rapport.people;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.TouchId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of a field.
 *
 * @param field as in {@link app.rapport.people.model.Field#key}, or {@code tie}
 * @param before in the field's text form, as is {@code after}
 * @param by empty where an import did it
 * @param source the touch that says so, where one does
 */
public record FieldChange(
        UUID id,
        String field,
        String before,
        String after,
        Instant at,
        Optional<MemberId> by,
        Optional<ImportId> importId,
        Optional<TouchId> source) {}
