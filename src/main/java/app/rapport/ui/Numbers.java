package app.rapport.ui;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers and sizes as a person reads them. */
public final class Numbers {
    private Numbers() {}

    /** "38,112", grouped as the locale does. */
    public static String count(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public static String count(long number) {
        return count(number, Locale.UK);
    }

    /** "1 mail", "3 mails". */
    public static String of(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** Bytes with a decimal unit: "2.4 GB". */
    public static String size(long bytes) {
        if (bytes < 1000) return bytes + " B";
        String[] units = {"kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = -1;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.UK, value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }

    /** The first letters of the first and last name, for an avatar: "NP". */
    public static String initials(String name) {
        String[] words = name.strip().split("[\\s]+");
        String first = letter(words[0]);
        String last = words.length > 1 ? letter(words[words.length - 1]) : "";
        return first + last;
    }

    private static String letter(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .mapToObj(c -> new String(Character.toChars(Character.toUpperCase(c))))
                .findFirst()
                .orElse("");
    }
}
