package app.rapport.people;

/**
 * A way to reach somebody, as a file says it.
 *
 * @param label "work", "home", "mobile" …; empty where the file gives none
 * @param value as it stands in the file, without spaces around it
 * @param key by which two are the same: a mail in lower case, a phone as +digits (or digits alone
 *     where the country is not known), a link in lower case
 */
public record PointDraft(Kind kind, String label, String value, String key) {
    public enum Kind {
        MAIL,
        PHONE,
        LINK,
        CHAT
    }

    /** What stands after the @ of a mail. */
    String domain() {
        return key.substring(key.lastIndexOf('@') + 1);
    }
}
