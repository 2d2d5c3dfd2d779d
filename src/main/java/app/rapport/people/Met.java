package app.rapport.people;

/**
 * Somebody seen on a mail.
 *
 * @param key the address in lower case
 * @param name as the mail program wrote it, may be empty
 */
public record Met(String key, String address, String name) {
    public String domain() {
        return key.substring(key.lastIndexOf('@') + 1);
    }
}
