package app.rapport.people.api;

import app.rapport.kernel.MemberId;
import app.rapport.people.Account;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.api.PartyBody.PointJson;
import app.rapport.people.api.PartyBody.PostalJson;
import app.rapport.people.api.PartyBody.Ref;
import app.rapport.people.model.AccountField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company.
 *
 * @param size number of people, as it was given
 * @param parent the company that it belongs to
 * @param proposed concluded from a mail domain; nobody said so yet
 */
record AccountJson(
        UUID id,
        String name,
        List<String> domains,
        String website,
        String industry,
        String size,
        @Nullable Ref parent,
        List<String> addresses,
        List<String> phones,
        List<PointJson> points,
        List<PostalJson> postalAddresses,
        List<String> tags,
        @Nullable Ref owner,
        String notes,
        boolean proposed,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * @param members id to name
     */
    static AccountJson of(Account account, Map<MemberId, String> members) {
        return new AccountJson(
                account.id().value(),
                account.name(),
                account.domains(),
                account.text(AccountField.WEBSITE),
                account.text(AccountField.INDUSTRY),
                account.text(AccountField.SIZE),
                account.parent()
                        .map(parent -> new Ref(parent.value(), account.parentName()))
                        .orElse(null),
                values(account, Kind.MAIL),
                values(account, Kind.PHONE),
                account.points().stream().map(PointJson::of).toList(),
                account.postals().stream().map(PostalJson::of).toList(),
                account.tags(),
                account.owner()
                        .map(owner -> new Ref(owner.value(), members.get(owner)))
                        .orElse(null),
                account.text(AccountField.NOTES),
                account.proposed(),
                account.createdAt(),
                account.updatedAt());
    }

    private static List<String> values(Account account, Kind kind) {
        return account.points().stream()
                .filter(point -> point.kind() == kind)
                .map(point -> point.value())
                .toList();
    }
}
