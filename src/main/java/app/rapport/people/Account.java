package app.rapport.people;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.model.AccountField;
import app.rapport.people.model.FieldText;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A company in full.
 *
 * @param fields each in its text form; all of them are there
 * @param parentName of the company it belongs to, where there is one that was not deleted
 * @param proposed concluded from a mail domain; nobody said so yet
 */
public record Account(
        AccountId id,
        Map<AccountField, String> fields,
        String parentName,
        boolean proposed,
        Instant createdAt,
        Instant updatedAt,
        boolean deleted) {

    public Account {
        Map<AccountField, String> all = new EnumMap<>(AccountField.class);
        for (AccountField field : AccountField.values())
            all.put(field, fields.getOrDefault(field, ""));
        fields = Map.copyOf(all);
    }

    public String text(AccountField field) {
        return fields.getOrDefault(field, "");
    }

    public String name() {
        return text(AccountField.NAME);
    }

    public List<String> domains() {
        return FieldText.list(text(AccountField.DOMAINS));
    }

    public List<PointDraft> points() {
        return Stream.of(
                        FieldText.points(Kind.MAIL, text(AccountField.MAILS)),
                        FieldText.points(Kind.PHONE, text(AccountField.PHONES)),
                        FieldText.points(Kind.LINK, text(AccountField.LINKS)),
                        FieldText.points(Kind.CHAT, text(AccountField.CHATS)))
                .flatMap(List::stream)
                .toList();
    }

    public List<PostalDraft> postals() {
        return FieldText.postals(text(AccountField.POSTALS));
    }

    public List<String> tags() {
        return FieldText.list(text(AccountField.TAGS));
    }

    public Optional<AccountId> parent() {
        return Optional.of(text(AccountField.PARENT))
                .filter(id -> !id.isEmpty() && !parentName.isEmpty())
                .map(AccountId::of);
    }

    public Optional<MemberId> owner() {
        return Optional.of(text(AccountField.OWNER))
                .filter(id -> !id.isEmpty())
                .map(id -> new MemberId(UUID.fromString(id)));
    }
}
