package app.rapport.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Addresses and domains that a member keeps to themselves, lower case; a domain has no {@code @}
 * and stands for those below it too.
 */
public record PrivateAddresses(Set<String> keys) {
    private static final int LONGEST = 254;

    public PrivateAddresses {
        keys = Set.copyOf(keys);
    }

    public List<String> sorted() {
        return keys.stream().sorted().toList();
    }

    /**
     * @param key an address, lower case
     */
    public boolean covers(String key) {
        if (keys.isEmpty()) return false;
        if (keys.contains(key)) return true;
        String domain = key.substring(key.lastIndexOf('@') + 1);
        while (!domain.isEmpty()) {
            if (keys.contains(domain)) return true;
            int dot = domain.indexOf('.');
            domain = dot < 0 ? "" : domain.substring(dot + 1);
        }
        return false;
    }

    /**
     * What somebody typed, as it is kept: {@code @clinic.example} is the domain.
     *
     * @throws Refused when it is neither an address nor a domain
     */
    static String key(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        String key = text.startsWith("@") ? text.substring(1) : text;
        boolean address = key.matches("[^\\s@]+@[^\\s@]+");
        boolean domain = key.matches("[^\\s@.]+([.][^\\s@.]+)+");
        if (!(address || domain) || key.length() > LONGEST)
            throw new Refused(
                    "privateAddress", "Give an address, or a domain such as clinic.example");
        return key;
    }
}
