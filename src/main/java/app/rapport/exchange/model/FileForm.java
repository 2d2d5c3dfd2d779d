package app.rapport.exchange.model;

/** What a file holds. */
public enum FileForm {
    MAIL,
    /** Rows of contacts, companies and the like. */
    TABLE,
    CARDS,
    CALENDAR,
    OTHER;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static FileForm of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
