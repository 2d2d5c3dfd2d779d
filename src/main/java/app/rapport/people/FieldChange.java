package app.rapport.people;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.TouchId;
import app.rapport.people.model.Field;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of a field.
 *
 * @param field as in {@link Field#key}, or {@code tie}
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
        Optional<TouchId> source) {

    /** What stood there before these, by field; what is no field any more is left out. */
    static <F extends Enum<F> & Field> Map<F, String> before(
            List<FieldChange> changes, Class<F> fields) {
        Map<F, String> before = new EnumMap<>(fields);
        for (FieldChange change : changes)
            Field.of(fields, change.field()).ifPresent(field -> before.put(field, change.before()));
        return before;
    }
}
