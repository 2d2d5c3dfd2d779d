package app.rapport.people.model;

import app.rapport.access.Refused;
import app.rapport.people.PointDraft;
import app.rapport.people.PointDraft.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How what is typed into a field is read, and when it is refused. */
public final class FieldRules {
    private static final int LONGEST = 500;
    private static final int LONGEST_NOTES = 50_000;

    private FieldRules() {}

    /**
     * What stands in the field afterwards.
     *
     * @throws Refused when it cannot be used
     */
    public static String read(Field field, String typed) {
        return switch (field.shape()) {
            case TEXT -> text(field, typed.strip());
            case TAGS -> distinct(typed);
            case DOMAINS -> domains(field, typed);
            case POINTS -> points(field, typed);
            case POSTALS, ACCOUNT, MEMBER -> typed;
        };
    }

    private static String points(Field field, String typed) {
        Kind kind = Kind.valueOf(field.key().toUpperCase(Locale.ROOT));
        Map<String, PointDraft> byKey = new LinkedHashMap<>();
        for (PointDraft point : FieldText.points(kind, typed)) {
            PointDraft read = Points.typed(field.json(), kind, point.label(), point.value());
            byKey.putIfAbsent(read.key(), read);
        }
        return FieldText.ofPoints(List.copyOf(byKey.values()));
    }

    private static String text(Field field, String text) {
        boolean notes = field.key().equals("notes");
        if (text.length() > (notes ? LONGEST_NOTES : LONGEST))
            throw new Refused(field.json(), field.label() + " is too long");
        if (text.codePoints().anyMatch(FieldRules::isControl))
            throw new Refused(field.json(), field.label() + " holds a character that is no text");
        if (text.isEmpty() || !(field instanceof ContactField contact)) return text;
        return switch (contact) {
            case BIRTHDAY -> birthday(text);
            case LANGUAGE -> language(text);
            case TIME_ZONE -> zone(text);
            default -> text;
        };
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }

    /** 1980-05-17, or --05-17 where the year is not known; 05-17 is read as the latter. */
    static String birthday(String text) {
        try {
            if (text.matches("\\d{4}-.*")) return LocalDate.parse(text).toString();
            return MonthDay.parse(text.startsWith("--") ? text : "--" + text).toString();
        } catch (DateTimeException e) {
            throw new Refused("birthday", "Write it as 1980-05-17, or 05-17 without the year");
        }
    }

    private static String language(String text) {
        try {
            String tag =
                    new Locale.Builder()
                            .setLanguageTag(text.replace('_', '-'))
                            .build()
                            .toLanguageTag();
            if (!tag.equals("und")) return tag;
        } catch (IllformedLocaleException e) {
            // said below, as for a language that is none
        }
        throw new Refused("language", "Write a language as de or pt-BR");
    }

    private static String zone(String text) {
        try {
            return ZoneId.of(text).getId();
        } catch (DateTimeException e) {
            throw new Refused("timeZone", "Write a time zone as Europe/London");
        }
    }

    private static String distinct(String text) {
        return FieldText.ofList(stripped(text));
    }

    private static List<String> stripped(String text) {
        return FieldText.list(text).stream()
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }

    private static String domains(Field field, String text) {
        return stripped(text).stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""))
                .peek(domain -> {
                    if (!domain.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}-]*(\\.[\\p{L}\\p{N}-]+)+"))
                        throw new Refused(
                                field.json(), domain + " is not a domain, such as example.org");
                    if (FreeMail.is(domain))
                        throw new Refused(field.json(), "Anybody may have an address at " + domain);
                })
                .distinct()
                .sorted()
                .collect(Collectors.joining(FieldText.ROW));
    }
}
