package app.rapport.people.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared and made readable. */
public final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}@.+]+");
    private static final Pattern TURNED =
            Pattern.compile("^([\\p{L}' -]{2,40}),\\s*([\\p{L}'. -]{1,40})$");
    private static final Pattern TRAILING =
            Pattern.compile("\\s*(?:\\([^)]*\\)|\\[[^\\]]*\\])\\s*$");

    private Names() {}

    /** The same key for every way to write it: lower case, no accents, single spaces. */
    public static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return OTHER.matcher(
                        plain.toLowerCase(Locale.ROOT)
                                .replace("ß", "ss")
                                .replace("ø", "o")
                                .replace("ł", "l")
                                .replace("æ", "ae"))
                .replaceAll(" ")
                .strip();
    }

    /**
     * A name as a mail program wrote it, as a person would: "Vesely, Marta" is turned round, quotes
     * go; empty when it is only the address again.
     */
    public static String readable(String written, String address) {
        String name = written.replaceAll("^['\"\\s]+|['\"\\s]+$", "").replaceAll("\\s+", " ");
        name = TRAILING.matcher(name).replaceAll("");
        if (name.equalsIgnoreCase(address)
                || name.contains("@")
                || name.startsWith("/O=")
                || name.startsWith("=?")) return "";
        var turned = TURNED.matcher(name);
        if (turned.matches()
                && !turned.group(2).matches("(?i)(inc|ltd|llc|gmbh|corp|jr|sr|phd|md)\\.?")) {
            return turned.group(2).strip() + " " + turned.group(1).strip();
        }
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    /**
     * A name guessed from an address: "marta.vesely@…" is Marta Vesely; anything less clear stays
     * as it is.
     */
    public static String fromAddress(String address) {
        String local = address.substring(0, Math.max(0, address.indexOf('@')));
        if (!local.matches("(?i)[a-z]{2,20}[._][a-z]{2,25}")) return address;
        String[] parts = local.split("[._]");
        return capital(parts[0]) + " " + capital(parts[1]);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).toLowerCase(Locale.ROOT);
    }

    /** A company's name guessed from its domain: "quillbrook-dairy.example" is Quillbrook Dairy. */
    public static String fromDomain(String domain) {
        String[] labels = domain.split("\\.");
        int at = Math.max(0, labels.length - 2);
        if (labels.length > 2 && labels[at].length() <= 3) at--;
        StringBuilder name = new StringBuilder();
        for (String word : labels[at].split("-")) {
            if (!word.isEmpty()) name.append(name.isEmpty() ? "" : " ").append(capital(word));
        }
        return name.isEmpty() ? domain : name.toString();
    }
}
