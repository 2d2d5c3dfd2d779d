package app.rapport.people.model;

import java.util.Optional;

/** What can be said of an account. */
public enum AccountField implements Field {
    NAME("name", "name", "Name", Shape.TEXT),
    DOMAINS("domain", "domains", "Domains", Shape.DOMAINS),
    WEBSITE("website", "website", "Website", Shape.TEXT),
    INDUSTRY("industry", "industry", "Industry", Shape.TEXT),
    SIZE("size", "size", "Number of people", Shape.TEXT),
    PARENT("parent_id", "parent", "Belongs to", Shape.ACCOUNT),
    MAILS("mail", "addresses", "Mail addresses", Shape.POINTS),
    PHONES("phone", "phones", "Phones", Shape.POINTS),
    LINKS("link", "links", "Links", Shape.POINTS),
    CHATS("chat", "chats", "Chat names", Shape.POINTS),
    POSTALS("postal", "postalAddresses", "Postal addresses", Shape.POSTALS),
    TAGS("tags", "tags", "Tags", Shape.TAGS),
    OWNER("owner_id", "owner", "Colleague in charge", Shape.MEMBER),
    NOTES("notes", "notes", "Notes", Shape.TEXT);

    private final Names names;

    AccountField(String key, String json, String label, Shape shape) {
        names = new Names(key, json, label, shape);
    }

    /** The field with that name in the history. */
    public static Optional<AccountField> of(String key) {
        return Field.of(AccountField.class, key);
    }

    @Override
    public Names names() {
        return names;
    }
}
