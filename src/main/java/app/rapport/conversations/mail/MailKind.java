package app.rapport.conversations.mail;

/** What kind of message it is; the first that fits, in this order. */
public enum MailKind {
    BOUNCE("bounce"),
    AUTO_REPLY("auto-reply"),
    CALENDAR("calendar"),
    LIST("list"),
    BULK("bulk"),
    PERSON("person");

    private final String word;

    MailKind(String word) {
        this.word = word;
    }

    /** The word in the database and in JSON. */
    public String word() {
        return word;
    }
}
