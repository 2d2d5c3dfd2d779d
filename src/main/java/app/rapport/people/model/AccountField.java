package app.rapport.people.model;

import java.util.Arrays;
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

    private final String key;
    private final String json;
    private final String label;
    private final Shape shape;

    AccountField(String key, String json, String label, Shape shape) {
        this.key = key;
        this.json = json;
        this.label = label;
        this.shape = shape;
    }

    /** The field with that name in the history. */
    public static Optional<AccountField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String json() {
        return json;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Shape shape() {
        return shape;
    }
}
