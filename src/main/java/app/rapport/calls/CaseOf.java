package app.rapport.calls;

import app.rapport.deals.DealId;
import app.rapport.kernel.AccountId;

/** What a business case is made for. */
public sealed interface CaseOf {
    record OfAccount(AccountId account) implements CaseOf {}

    record OfDeal(DealId deal) implements CaseOf {}
}
