package app.rapport.conversations.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name and an address as they stand in a mail.
 *
 * @param address may be no internet address at all (an X.500 name, a bare word); see {@link
 *     #isAddress}
 */
public record Mailbox(String name, String address) {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>\",;:()\\[\\]]+@[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?");

    /** Whether mail could be sent to it. */
    public boolean isAddress() {
        return address.length() <= 320 && ADDRESS.matcher(address).matches();
    }

    /** The address in lower case, the same for every way to write it. */
    public String key() {
        return address.toLowerCase(Locale.ROOT);
    }

    public String domain() {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1).toLowerCase(Locale.ROOT);
    }
}
