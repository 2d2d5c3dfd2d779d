package app.rapport.deals.api;

import app.rapport.deals.Deal;
import app.rapport.deals.model.DealField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal.
 *
 * @param currency ISO 4217; null where nobody said
 * @param state open, won or lost
 * @param closesOn expected
 * @param closedOn won or lost
 * @param extra cells of an export that fit nowhere
 */
record DealJson(
        UUID id,
        String name,
        @Nullable DealRef account,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        DealRef stage,
        String state,
        @Nullable LocalDate closesOn,
        @Nullable LocalDate closedOn,
        @Nullable UUID owner,
        String nextStep,
        @Nullable LocalDate nextOn,
        String competitors,
        String reason,
        String notes,
        List<DealPersonJson> people,
        Map<String, String> extra,
        Instant createdAt,
        Instant updatedAt) {

    /** Something of that id, by its name. */
    record DealRef(UUID id, String name) {}

    /**
     * @param role economic, user, technical, influencer, coach, gatekeeper or introducer
     */
    record DealPersonJson(UUID id, UUID contact, String name, String role) {}

    static DealJson of(Deal deal) {
        return new DealJson(
                deal.id().value(),
                deal.name(),
                deal.account().map(id -> new DealRef(id.value(), deal.accountName())).orElse(null),
                deal.amount().orElse(null),
                deal.text(DealField.CURRENCY).isEmpty() ? null : deal.text(DealField.CURRENCY),
                new DealRef(deal.stage().id(), deal.stage().name()),
                deal.stage().kind().word(),
                deal.day(DealField.CLOSES_ON).orElse(null),
                deal.day(DealField.CLOSED_ON).orElse(null),
                deal.owner().map(id -> id.value()).orElse(null),
                deal.text(DealField.NEXT_STEP),
                deal.day(DealField.NEXT_ON).orElse(null),
                deal.text(DealField.COMPETITORS),
                deal.text(DealField.REASON),
                deal.text(DealField.NOTES),
                deal.people().stream()
                        .map(one ->
                                new DealPersonJson(
                                        one.id(),
                                        one.person().value(),
                                        one.name(),
                                        one.role().word()))
                        .toList(),
                deal.extra(),
                deal.createdAt(),
                deal.updatedAt());
    }
}
