package app.rapport.people;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person as a file says it, before anything is known of them here. Text that the file does not
 * give is empty, never null.
 *
 * @param externalId the id in the system that wrote the file
 * @param displayName the whole name; empty only where the file has no name, then {@code points} has
 *     something
 * @param companyDomain lower case, without www
 * @param companyExternalId id of the company in the system that wrote the file
 * @param birthday 1980-05-17, or --05-17 where the year is not known
 * @param owner name or address of the colleague in charge, as the file writes it
 * @param extra cells that fit nowhere, by their header
 * @param position where it stands: "row 17", "card 3"
 */
public record ContactDraft(
        String externalId,
        String displayName,
        String givenName,
        String middleName,
        String familyName,
        String prefix,
        String suffix,
        String nickname,
        String title,
        String department,
        String companyName,
        String companyDomain,
        String companyExternalId,
        List<PointDraft> points,
        List<PostalDraft> postals,
        String birthday,
        String language,
        String timeZone,
        String notes,
        List<String> tags,
        String owner,
        Optional<Instant> createdAt,
        Map<String, String> extra,
        String position) {

    public ContactDraft {
        points = List.copyOf(points);
        postals = List.copyOf(postals);
        tags = List.copyOf(tags);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** All of it but where it stands: the same row has the same substance in any file. */
    String substance() {
        return "contact "
                + new ContactDraft(
                        externalId,
                        displayName,
                        givenName,
                        middleName,
                        familyName,
                        prefix,
                        suffix,
                        nickname,
                        title,
                        department,
                        companyName,
                        companyDomain,
                        companyExternalId,
                        points,
                        postals,
                        birthday,
                        language,
                        timeZone,
                        notes,
                        tags,
                        owner,
                        createdAt,
                        extra,
                        "");
    }
}
