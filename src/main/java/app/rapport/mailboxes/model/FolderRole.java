package app.rapport.mailboxes.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a folder is for: as the server says (RFC 6154), or by the names that mail programs give
 * where it says nothing.
 */
public enum FolderRole {
    INBOX("", Set.of("inbox")),
    SENT(
            "\\Sent",
            Set.of(
                    "sent",
                    "sent items",
                    "sent messages",
                    "sent mail",
                    "gesendet",
                    "gesendete elemente",
                    "envoyés")),
    DRAFTS("\\Drafts", Set.of("drafts", "draft", "entwürfe", "brouillons")),
    JUNK("\\Junk", Set.of("junk", "spam", "junk e-mail", "junk email", "bulk mail")),
    TRASH(
            "\\Trash",
            Set.of("trash", "deleted items", "deleted messages", "bin", "papierkorb", "corbeille")),
    ARCHIVE("\\Archive", Set.of("archive", "archives", "archiv")),
    /** Shows the messages of all other folders. */
    ALL("\\All", Set.of()),
    /** Shows messages of other folders that were marked. */
    FLAGGED("\\Flagged", Set.of()),
    PLAIN("", Set.of());

    private final String attribute;
    private final Set<String> names;

    FolderRole(String attribute, Set<String> names) {
        this.attribute = attribute;
        this.names = names;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FolderRole of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /**
     * @param attributes as the server lists them
     * @param separator between the folders of a path
     */
    public static FolderRole of(String name, char separator, Collection<String> attributes) {
        if (name.equalsIgnoreCase("INBOX")) return INBOX;
        return Arrays.stream(values())
                .filter(role -> !role.attribute.isEmpty() && role.isIn(attributes))
                .findFirst()
                .orElseGet(() -> named(name, separator));
    }

    private boolean isIn(Collection<String> attributes) {
        return attributes.stream().anyMatch(attribute::equalsIgnoreCase);
    }

    private static FolderRole named(String name, char separator) {
        String last = name.substring(name.lastIndexOf(separator) + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(role -> role.names.contains(last))
                .findFirst()
                .orElse(PLAIN);
    }

    /**
     * Labels that its messages do not carry themselves: drafts and spam are kept, and no touches.
     */
    public List<String> labels() {
        return switch (this) {
            case DRAFTS -> List.of("Drafts");
            case JUNK -> List.of("Spam");
            default -> List.of();
        };
    }

    /**
     * Whether it is read where nobody chose: everything once, and nothing that was thrown away.
     *
     * @param all the roles in this mailbox
     */
    public boolean usuallyRead(Collection<FolderRole> all) {
        if (all.contains(ALL)) return this == ALL || this == JUNK;
        return this != TRASH && this != FLAGGED;
    }
}
