package app.rapport.calls;

import app.rapport.calls.CaseOf.OfAccount;
import app.rapport.calls.CaseOf.OfDeal;
import app.rapport.calls.model.BusinessCase;
import app.rapport.kernel.MemberId;
import java.time.Instant;
import java.util.UUID;

/**
 * A business case as it stands.
 *
 * @param company whose it is; empty where a deal has none, or the viewer does not see it
 * @param deal the deal's name; empty where it is a company's
 * @param changedBy who saved this revision
 */
public record FiledCase(
        UUID id,
        CaseOf of,
        String company,
        String deal,
        BusinessCase content,
        int revision,
        Instant createdAt,
        Instant changedAt,
        MemberId changedBy) {

    /** As it stood in an earlier version. */
    public FiledCase as(BusinessCase then, CaseVersion version) {
        return new FiledCase(
                id,
                of,
                company,
                deal,
                then,
                version.revision(),
                createdAt,
                version.at(),
                version.by());
    }

    /** The page that it hangs on. */
    public String home() {
        return switch (of) {
            case OfAccount(var account) -> "/accounts/" + account;
            case OfDeal(var one) -> "/deals/" + one;
        };
    }

    public String path() {
        return "/business-cases/" + id;
    }

    /** Of what, as a person says it. */
    public String whose() {
        return of instanceof OfDeal ? deal : company;
    }
}
