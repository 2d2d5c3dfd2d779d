package app.rapport.people;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.model.ContactField;
import app.rapport.people.model.FieldText;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A contact in full.
 *
 * @param fields each in its text form; all of them are there
 * @param accountName of the company, where there is one that was not deleted
 * @param ownerName of the colleague in charge, where there is one
 * @param source {@code typed}, {@code mail} or the kind of file
 */
public record Contact(
        PersonId id,
        Map<ContactField, String> fields,
        String accountName,
        String ownerName,
        boolean colleague,
        String source,
        Instant createdAt,
        Instant updatedAt,
        boolean deleted) {

    public Contact {
        Map<ContactField, String> all = new EnumMap<>(ContactField.class);
        for (ContactField field : ContactField.values())
            all.put(field, fields.getOrDefault(field, ""));
        fields = Map.copyOf(all);
    }

    public String text(ContactField field) {
        return fields.getOrDefault(field, "");
    }

    public String name() {
        return text(ContactField.NAME);
    }

    public String notes() {
        return text(ContactField.NOTES);
    }

    public List<PointDraft> mails() {
        return FieldText.points(Kind.MAIL, text(ContactField.MAILS));
    }

    public List<PointDraft> phones() {
        return FieldText.points(Kind.PHONE, text(ContactField.PHONES));
    }

    /** Mails, phones, links and chat names. */
    public List<PointDraft> points() {
        return Stream.of(
                        mails(),
                        phones(),
                        FieldText.points(Kind.LINK, text(ContactField.LINKS)),
                        FieldText.points(Kind.CHAT, text(ContactField.CHATS)))
                .flatMap(List::stream)
                .toList();
    }

    public List<PostalDraft> postals() {
        return FieldText.postals(text(ContactField.POSTALS));
    }

    public List<String> tags() {
        return FieldText.list(text(ContactField.TAGS));
    }

    public Optional<AccountId> account() {
        return Optional.of(text(ContactField.ACCOUNT))
                .filter(id -> !id.isEmpty() && !accountName.isEmpty())
                .map(AccountId::of);
    }

    public Optional<MemberId> owner() {
        return Optional.of(text(ContactField.OWNER))
                .filter(id -> !id.isEmpty())
                .map(id -> new MemberId(UUID.fromString(id)));
    }
}
