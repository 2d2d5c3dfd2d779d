package app.rapport.people.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller gives of a contact. In a PATCH what is absent stays as it is, null clears it. */
record ContactBody(
        @Nullable String name,
        @Nullable String prefix,
        @Nullable String givenName,
        @Nullable String middleName,
        @Nullable String familyName,
        @Nullable String suffix,
        @Nullable String nickname,
        @Nullable String title,
        @Nullable String department,
        @Nullable Ref account,
        @Nullable List<String> addresses,
        @Nullable List<String> phones,
        @Nullable List<PointJson> points,
        @Nullable List<PostalJson> postalAddresses,
        @Nullable String birthday,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable List<String> tags,
        @Nullable Ref owner,
        @Nullable String notes)
        implements PartyBody {

    @Override
    @Schema(hidden = true)
    public @Nullable Ref company() {
        return account;
    }

    @Override
    @Schema(hidden = true)
    public @Nullable List<String> domainNames() {
        return null;
    }
}
