package app.rapport.deals;

import app.rapport.deals.model.Amounts;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A deal as it stands in a list.
 *
 * @param currency empty where nobody said
 * @param closes the day expected, or the day on which it was won or lost
 */
public record DealLine(
        DealId id,
        String name,
        Optional<AccountId> account,
        String accountName,
        Optional<BigDecimal> amount,
        String currency,
        Stage stage,
        Optional<LocalDate> closes,
        Optional<MemberId> owner,
        String nextStep,
        Optional<LocalDate> nextOn,
        Instant updatedAt) {

    public String worth() {
        return amount.map(all -> Amounts.words(all, currency)).orElse("");
    }

    /** Still open behind the day on which it was to be decided. */
    public boolean isLate(LocalDate today) {
        return stage.isOpen() && closes.filter(day -> day.isBefore(today)).isPresent();
    }
}
