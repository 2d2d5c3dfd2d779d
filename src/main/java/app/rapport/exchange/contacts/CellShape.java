package app.rapport.exchange.contacts;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a cell's value looks like, whatever its column is called. */
final class CellShape {
    static final Pattern MAIL =
            Pattern.compile(
                    "(?:\\G|(?<![^\\s<>,;:\"'()\\[\\]|/\\\\{}@]))"
                            + "[^\\s<>,;:\"'()\\[\\]|/\\\\{}@]++@"
                            + "[^\\s<>,;:\"'()\\[\\]|/\\\\{}@]+\\.[\\p{L}\\p{N}-]{2,}");
    private static final Pattern LINK =
            Pattern.compile("(?i)(https?://|www\\.)\\S+|[a-z0-9-]+(\\.[a-z0-9-]+)+/\\S*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}");
    private static final Pattern PHONE =
            Pattern.compile(
                    "(?i)\\+?[\\d()\\[\\] ./\\-\\u2010-\\u2015\\u00a0]{6,24}(\\s*(x|ext\\.?|#)\\s*\\d{1,6})?");
    private static final Pattern DATE =
            Pattern.compile(
                    "\\d{4}-\\d\\d?-\\d\\d?([T ].*)?|\\d\\d?[./]\\d\\d?[./]\\d{2,4}( .*)?|\\d\\d? \\p{L}{3,} \\d{4}");
    private static final Pattern COMPANY =
            Pattern.compile(
                    "(?iU).*\\b(inc|ltd|llc|gmbh|ag|kg|corp|corporation|co|company|plc|limited|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|aps|pty|group|holdings?|partners|technologies|solutions|systems|industries|ltda|sp z o ?o|ug|ohg|kk|llp)\\b\\.?\\)?$|.*(株式会社|有限会社|公司).*|.*\\b(s\\.a\\.|s\\.p\\.a\\.|s\\.r\\.l\\.|b\\.v\\.|sp\\. z o\\.o\\.).*");
    private static final Pattern PERSON =
            Pattern.compile(
                    "\\p{Lu}[\\p{L}'’.-]*(\\s+(?:\\p{Lu}|van|von|de|der|den|da|di|del|la|le|bin|al)[\\p{L}'’.-]*){1,4}|\\p{Lu}[\\p{L}' -]+,\\s*\\p{Lu}[\\p{L}'. -]+");
    private static final Pattern WORD =
            Pattern.compile("\\p{Lu}[\\p{L}'’-]+( \\p{Lu}[\\p{L}'’-]+)?");
    private static final Set<String> COUNTRIES = countries();

    /** What is longer is a text; a pattern with groups goes as deep as its value is long. */
    private static final int LONGEST = 2_000;

    private CellShape() {}

    static boolean mail(String value) {
        return MAIL.matcher(value).find();
    }

    private static boolean is(Pattern shape, String value) {
        return value.length() <= LONGEST && shape.matcher(value).matches();
    }

    static boolean link(String value) {
        return is(LINK, value) && !mail(value);
    }

    static boolean domain(String value) {
        return is(DOMAIN, value);
    }

    static boolean date(String value) {
        return is(DATE, value);
    }

    static boolean phone(String value) {
        if (!is(PHONE, value) || date(value)) return false;
        long digits = value.chars().filter(Character::isDigit).count();
        boolean written = value.matches("^\\+.*|^0\\d.*|.*\\d[ ./()-]+\\d.*");
        boolean number = value.matches("\\d+([.,]\\d+)?");
        return digits >= 7 && digits <= 20 && written && !(number && !value.startsWith("0"));
    }

    static boolean country(String value) {
        return COUNTRIES.contains(value.toLowerCase(Locale.ROOT));
    }

    static boolean company(String value) {
        return is(COMPANY, value);
    }

    static boolean person(String value) {
        return is(PERSON, value) && !company(value) && !country(value);
    }

    static boolean word(String value) {
        return is(WORD, value) && !country(value);
    }

    /** Share of the values that are so, 0 where there are none. */
    static double share(List<String> values, Predicate<String> is) {
        if (values.isEmpty()) return 0;
        return (double) values.stream().filter(is).count() / values.size();
    }

    private static Set<String> countries() {
        Set<String> names = new HashSet<>();
        List<Locale> tongues =
                List.of(
                        Locale.ENGLISH,
                        Locale.GERMAN,
                        Locale.FRENCH,
                        Locale.ITALIAN,
                        Locale.JAPANESE,
                        Locale.of("es"),
                        Locale.of("nl"),
                        Locale.of("pt"),
                        Locale.of("pl"),
                        Locale.of("sv"));
        Arrays.stream(Locale.getISOCountries())
                .forEach(code -> {
                    Locale country = Locale.of("", code);
                    for (Locale tongue : tongues)
                        names.add(country.getDisplayCountry(tongue).toLowerCase(Locale.ROOT));
                });
        names.addAll(List.of("usa", "us", "uk", "united states of america", "holland", "england"));
        return names;
    }
}
