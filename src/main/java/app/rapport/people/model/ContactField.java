package app.rapport.people.model;

import java.util.Optional;

/** What can be said of a contact. */
public enum ContactField implements Field {
    NAME("display_name", "name", "Name", Shape.TEXT),
    PREFIX("prefix", "prefix", "Prefix", Shape.TEXT),
    GIVEN_NAME("given_name", "givenName", "First name", Shape.TEXT),
    MIDDLE_NAME("middle_name", "middleName", "Middle name", Shape.TEXT),
    FAMILY_NAME("family_name", "familyName", "Last name", Shape.TEXT),
    SUFFIX("suffix", "suffix", "Suffix", Shape.TEXT),
    NICKNAME("nickname", "nickname", "Nickname", Shape.TEXT),
    TITLE("title", "title", "Title", Shape.TEXT),
    DEPARTMENT("department", "department", "Department", Shape.TEXT),
    ACCOUNT("account_id", "account", "Company", Shape.ACCOUNT),
    MAILS("mail", "addresses", "Mail addresses", Shape.POINTS),
    PHONES("phone", "phones", "Phones", Shape.POINTS),
    LINKS("link", "links", "Links", Shape.POINTS),
    CHATS("chat", "chats", "Chat names", Shape.POINTS),
    POSTALS("postal", "postalAddresses", "Postal addresses", Shape.POSTALS),
    BIRTHDAY("birthday", "birthday", "Birthday", Shape.TEXT),
    LANGUAGE("language", "language", "Language", Shape.TEXT),
    TIME_ZONE("time_zone", "timeZone", "Time zone", Shape.TEXT),
    TAGS("tags", "tags", "Tags", Shape.TAGS),
    OWNER("owner_id", "owner", "Colleague in charge", Shape.MEMBER),
    NOTES("notes", "notes", "Notes", Shape.TEXT);

    private final Names names;

    ContactField(String key, String json, String label, Shape shape) {
        names = new Names(key, json, label, shape);
    }

    /** The field with that name in the history. */
    public static Optional<ContactField> of(String key) {
        return Field.of(ContactField.class, key);
    }

    @Override
    public Names names() {
        return names;
    }
}
