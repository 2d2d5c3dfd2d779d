package app.rapport.deals.api;

import app.rapport.access.Refused;
import app.rapport.deals.model.DealField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A deal to be made or changed: a field left out stays, null or empty clears it.
 *
 * @param account a company's id
 * @param stage a stage's id
 * @param owner a member's id
 */
record DealBody(
        @Nullable String name,
        @Nullable UUID account,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable UUID stage,
        @Nullable LocalDate closesOn,
        @Nullable LocalDate closedOn,
        @Nullable UUID owner,
        @Nullable String nextStep,
        @Nullable LocalDate nextOn,
        @Nullable String competitors,
        @Nullable String reason,
        @Nullable String notes) {

    /** The fields that stand in a body, in their text form. */
    static Map<DealField, String> given(ObjectNode body) {
        Map<DealField, String> given = new EnumMap<>(DealField.class);
        for (Map.Entry<String, JsonNode> one : body.properties()) {
            DealField field =
                    DealField.of(one.getKey())
                            .orElseThrow(() ->
                                    new Refused(one.getKey(), "There is no such field of a deal"));
            JsonNode value = one.getValue();
            if (value.isContainer()) throw new Refused(one.getKey(), "One value is wanted here");
            given.put(field, text(one.getKey(), value));
        }
        return given;
    }

    private static String text(String field, JsonNode value) {
        if (value.isNull()) return "";
        if (!value.isNumber()) return value.asString();
        if (!Double.isFinite(value.asDouble(Double.NaN)))
            throw new Refused(field, "A number, such as 12500 or 12,500.50");
        return value.decimalValue().toPlainString();
    }
}
