package app.rapport.people;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contact with all that is stored of it. Text that is not known is empty.
 *
 * @param externalId the id in the system that it came from
 * @param birthday 1980-05-17, or --05-17 where the year is not known
 * @param colleague whether it is one of us
 * @param extra cells of a file that fit nowhere, by their header
 */
public record ContactRecord(
        PersonId id,
        String externalId,
        String displayName,
        String prefix,
        String givenName,
        String middleName,
        String familyName,
        String suffix,
        String nickname,
        String title,
        String department,
        Optional<AccountId> account,
        String accountName,
        List<Point> points,
        List<PostalDraft> postals,
        String birthday,
        String language,
        String timeZone,
        String notes,
        List<String> tags,
        String source,
        Optional<MemberId> owner,
        boolean colleague,
        Map<String, Object> extra,
        Instant createdAt,
        Instant updatedAt) {

    /** A way to reach somebody: of kind {@code mail}, {@code phone}, {@code link}, {@code chat}. */
    public record Point(String kind, String label, String value) {}

    public List<Point> points(String kind) {
        return points.stream().filter(point -> point.kind().equals(kind)).toList();
    }
}
