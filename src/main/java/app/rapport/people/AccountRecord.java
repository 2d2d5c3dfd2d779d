package app.rapport.people;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account with all that is stored of it. Text that is not known is empty.
 *
 * @param proposed whether it was concluded from a mail domain, and nobody said so
 */
public record AccountRecord(
        AccountId id,
        String externalId,
        String name,
        List<String> domains,
        String website,
        String industry,
        String size,
        List<ContactRecord.Point> points,
        List<PostalDraft> postals,
        Optional<AccountId> parent,
        String notes,
        List<String> tags,
        Optional<MemberId> owner,
        boolean proposed,
        Map<String, Object> extra,
        Instant createdAt,
        Instant updatedAt) {}
