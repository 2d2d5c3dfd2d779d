package app.rapport.people.model;

import app.rapport.access.Refused;
import app.rapport.kernel.MemberId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What can be done to many people at once. */
public sealed interface Deed {
    record AddTag(String tag) implements Deed {}

    record RemoveTag(String tag) implements Deed {}

    /** Empty: nobody looks after them. */
    record SetOwner(Optional<MemberId> owner) implements Deed {}

    record Delete() implements Deed {}

    /**
     * Reads a form: the word of the deed, and what stood in its two fields.
     *
     * @throws Refused when nothing can be done with it
     */
    static Deed read(String word, String tag, String owner) {
        return switch (word) {
            case "tag" -> new AddTag(tag(tag));
            case "untag" -> new RemoveTag(tag(tag));
            case "owner" -> new SetOwner(owner(owner));
            case "delete" -> new Delete();
            default -> throw new Refused("deed", "Choose what to do with them");
        };
    }

    /** As the database keeps it. */
    default String word() {
        return switch (this) {
            case AddTag _ -> "tag";
            case RemoveTag _ -> "untag";
            case SetOwner _ -> "owner";
            case Delete _ -> "delete";
        };
    }

    /** The tag, or the member's id. */
    default String value() {
        return switch (this) {
            case AddTag(String tag) -> tag;
            case RemoveTag(String tag) -> tag;
            case SetOwner(var owner) -> owner.map(MemberId::toString).orElse("");
            case Delete _ -> "";
        };
    }

    /** The field whose history tells of it; people keep no field that says they are deleted. */
    default String field() {
        return switch (this) {
            case AddTag _, RemoveTag _ -> ContactField.TAGS.key();
            case SetOwner _ -> ContactField.OWNER.key();
            case Delete _ -> "deleted";
        };
    }

    private static String tag(String typed) {
        String tag = FieldRules.read(ContactField.TAGS, FieldText.ofList(List.of(typed.strip())));
        if (tag.isEmpty()) throw new Refused("tag", "Write a tag first");
        if (tag.length() > 100) throw new Refused("tag", "The tag is too long");
        return tag;
    }

    private static Optional<MemberId> owner(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(new MemberId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            throw new Refused("owner", "There is no such colleague");
        }
    }
}
