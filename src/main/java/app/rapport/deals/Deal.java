package app.rapport.deals;

import app.rapport.deals.model.Amounts;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A deal with all its fields.
 *
 * @param texts of its fields; absent where there is nothing
 * @param accountName empty where there is none, or the viewer does not see it
 * @param extra cells of an export that fit nowhere
 */
public record Deal(
        DealId id,
        Map<DealField, String> texts,
        Stage stage,
        String accountName,
        List<DealPerson> people,
        Map<String, String> extra,
        Instant stageSince,
        Instant createdAt,
        Instant updatedAt) {

    public Deal {
        texts = Map.copyOf(texts);
        people = List.copyOf(people);
        extra = Map.copyOf(extra);
    }

    public String text(DealField field) {
        return texts.getOrDefault(field, "");
    }

    public String name() {
        return text(DealField.NAME);
    }

    public Optional<BigDecimal> amount() {
        return filled(DealField.AMOUNT).map(BigDecimal::new);
    }

    /** "12,500 EUR"; empty where nobody said. */
    public String worth() {
        return amount().map(all -> Amounts.words(all, text(DealField.CURRENCY))).orElse("");
    }

    public Optional<AccountId> account() {
        return filled(DealField.ACCOUNT).map(AccountId::of);
    }

    public Optional<MemberId> owner() {
        return filled(DealField.OWNER).map(id -> new MemberId(UUID.fromString(id)));
    }

    public Optional<LocalDate> day(DealField field) {
        return filled(field).map(LocalDate::parse);
    }

    private Optional<String> filled(DealField field) {
        return Optional.ofNullable(texts.get(field)).filter(text -> !text.isEmpty());
    }
}
