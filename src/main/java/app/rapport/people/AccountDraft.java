package app.rapport.people;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A company as a file says it. Text that the file does not give is empty, never null.
 *
 * @param externalId the id in the system that wrote the file; contacts name it as their
 *     companyExternalId
 * @param domain lower case, without www
 * @param size number of people, as the file writes it
 * @param owner name or address of the colleague in charge, as the file writes it
 * @param extra cells that fit nowhere, by their header
 * @param position where it stands: "row 17"
 */
public record AccountDraft(
        String externalId,
        String name,
        String domain,
        String website,
        List<PointDraft> points,
        List<PostalDraft> postals,
        String industry,
        String size,
        String parentName,
        String parentExternalId,
        String owner,
        String notes,
        List<String> tags,
        Optional<Instant> createdAt,
        Map<String, String> extra,
        String position) {

    public AccountDraft {
        points = List.copyOf(points);
        postals = List.copyOf(postals);
        tags = List.copyOf(tags);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** All of it but where it stands: the same row has the same substance in any file. */
    String substance() {
        return "account "
                + new AccountDraft(
                        externalId,
                        name,
                        domain,
                        website,
                        points,
                        postals,
                        industry,
                        size,
                        parentName,
                        parentExternalId,
                        owner,
                        notes,
                        tags,
                        createdAt,
                        extra,
                        "");
    }
}
