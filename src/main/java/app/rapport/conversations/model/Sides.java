package app.rapport.conversations.model;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is who in a mail, seen by one member: their own addresses, those of colleagues, and the
 * firm's domains. Addresses and domains are lower case.
 */
public record Sides(Set<String> mine, Set<String> colleagues, Set<String> domains) {
    public Sides {
        mine = Set.copyOf(mine);
        colleagues = Set.copyOf(colleagues);
        domains = Set.copyOf(domains);
    }

    /** The same key for every way to write an address: trimmed, lower case. */
    public static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    public static Set<String> keys(Collection<String> addresses) {
        return addresses.stream().map(Sides::key).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isMine(String addressKey) {
        return mine.contains(addressKey);
    }

    /** Mine, a colleague's, or of one of our domains. */
    public boolean isOurs(String addressKey) {
        return mine.contains(addressKey)
                || colleagues.contains(addressKey)
                || domains.contains(addressKey.substring(addressKey.lastIndexOf('@') + 1));
    }
}
