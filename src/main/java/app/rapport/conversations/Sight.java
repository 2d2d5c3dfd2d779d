package app.rapport.conversations;

/** How much of a touch somebody sees; {@code touch_sight} in the database decides it. */
public enum Sight {
    /** Not even that there is one. */
    NOTHING,
    /** When, and which way. */
    HAPPENED,
    SUBJECT,
    TEXT,
    /** With blind copies and labels: it lies in their own archive, or was typed for everybody. */
    ALL;

    /**
     * @param level as the database counts them
     */
    public static Sight of(int level) {
        return values()[level];
    }

    public boolean shows(Sight what) {
        return compareTo(what) >= 0;
    }
}
