package app.rapport.exchange.contacts;

/** What the rows of a file are. */
public enum FileKind {
    CONTACTS,
    COMPANIES,
    DEALS,
    /** Kept whole until their room comes. */
    ACTIVITIES,
    EVENTS,
    /** Nothing in it is a name, an address, a phone or a company. */
    UNKNOWN;

    /** The word by which a kept row is filed. */
    public String word() {
        return switch (this) {
            case CONTACTS -> "contact";
            case COMPANIES -> "company";
            case DEALS -> "deal";
            case ACTIVITIES -> "activity";
            case EVENTS -> "event";
            case UNKNOWN -> "row";
        };
    }
}
