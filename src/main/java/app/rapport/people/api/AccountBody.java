package app.rapport.people.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller gives of a company. In a PATCH what is absent stays as it is, null clears it. */
record AccountBody(
        @Nullable String name,
        @Nullable List<String> domains,
        @Nullable String website,
        @Nullable String industry,
        @Nullable String size,
        @Nullable Ref parent,
        @Nullable List<String> addresses,
        @Nullable List<String> phones,
        @Nullable List<PointJson> points,
        @Nullable List<PostalJson> postalAddresses,
        @Nullable List<String> tags,
        @Nullable Ref owner,
        @Nullable String notes)
        implements PartyBody {

    @Override
    @Schema(hidden = true)
    public @Nullable Ref company() {
        return parent;
    }

    @Override
    @Schema(hidden = true)
    public @Nullable List<String> domainNames() {
        return domains;
    }
}
