package app.rapport.conversations.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as they stand in running text and in the fields of reports. */
final class MailAddress {
    /** No longer than names can be (RFC 1035, 2.3.4): each label costs the matcher stack. */
    private static final String DOMAIN =
            "[A-Za-z0-9](?:[A-Za-z0-9_-]{0,254}[A-Za-z0-9])?(?:\\.[A-Za-z0-9_-]{0,254}[A-Za-z0-9]){0,126}";

    /** Within text: a dot-atom and a domain. */
    static final String IN_TEXT = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,200}@" + DOMAIN;

    /** Within a field of its own also quoted (RFC 5321) and non-ASCII (RFC 6531) local parts. */
    private static final Pattern IN_FIELD =
            Pattern.compile(
                    "(?:\"[^\"\\s@]{1,100}\"|(?:[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]|[^\\x00-\\x9f\\s]){1,200})@(?:"
                            + DOMAIN
                            + "|[^\\x00-\\x9f\\s.]+\\.[^\\x00-\\x20\\s<>;,]+)");

    private MailAddress() {}

    /** The first address of a field, in lower case; null when there is none. */
    static @Nullable String first(String field) {
        Matcher address = IN_FIELD.matcher(field);
        return address.find() ? tidy(address.group()) : null;
    }

    /** Lower case, without the marks that text puts around an address. */
    static String tidy(String address) {
        int from = 0;
        int to = address.length();
        while (from < to && ".'`*".indexOf(address.charAt(from)) >= 0) from++;
        if (address.startsWith("=", from) && !address.startsWith("=?", from)) from++;
        while (to > from && ".'`-".indexOf(address.charAt(to - 1)) >= 0) to--;
        return address.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
