package app.rapport.people.api;

import app.rapport.people.Contact;
import app.rapport.people.PointDraft;
import app.rapport.people.api.PartyBody.PointJson;
import app.rapport.people.api.PartyBody.PostalJson;
import app.rapport.people.api.PartyBody.Ref;
import app.rapport.people.model.ContactField;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact.
 *
 * @param addresses mail addresses alone; {@code points} has them with labels
 * @param birthday 1980-05-17, or --05-17 where the year is not known
 * @param owner the colleague in charge
 * @param source where the contact came from: {@code typed}, {@code mail} or the kind of file
 */
record ContactJson(
        UUID id,
        String name,
        String prefix,
        String givenName,
        String middleName,
        String familyName,
        String suffix,
        String nickname,
        String title,
        String department,
        @Nullable Ref account,
        List<String> addresses,
        List<String> phones,
        List<PointJson> points,
        List<PostalJson> postalAddresses,
        String birthday,
        String language,
        String timeZone,
        List<String> tags,
        @Nullable Ref owner,
        String notes,
        boolean colleague,
        String source,
        Instant createdAt,
        Instant updatedAt) {

    static ContactJson of(Contact contact) {
        return new ContactJson(
                contact.id().value(),
                contact.name(),
                contact.text(ContactField.PREFIX),
                contact.text(ContactField.GIVEN_NAME),
                contact.text(ContactField.MIDDLE_NAME),
                contact.text(ContactField.FAMILY_NAME),
                contact.text(ContactField.SUFFIX),
                contact.text(ContactField.NICKNAME),
                contact.text(ContactField.TITLE),
                contact.text(ContactField.DEPARTMENT),
                contact.account()
                        .map(account -> new Ref(account.value(), contact.accountName()))
                        .orElse(null),
                contact.mails().stream().map(PointDraft::value).toList(),
                contact.phones().stream().map(PointDraft::value).toList(),
                contact.points().stream().map(PointJson::of).toList(),
                contact.postals().stream().map(PostalJson::of).toList(),
                contact.text(ContactField.BIRTHDAY),
                contact.text(ContactField.LANGUAGE),
                contact.text(ContactField.TIME_ZONE),
                contact.tags(),
                contact.owner()
                        .map(owner -> new Ref(owner.value(), contact.ownerName()))
                        .orElse(null),
                contact.text(ContactField.NOTES),
                contact.colleague(),
                contact.source(),
                contact.createdAt(),
                contact.updatedAt());
    }
}
