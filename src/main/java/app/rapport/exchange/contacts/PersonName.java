package app.rapport.exchange.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name put together from the cells that hold its parts.
 *
 * @param mails addresses that stood where a name should
 */
record PersonName(String whole, String given, String family, String nickname, List<String> mails) {
    private static final Pattern TURNED =
            Pattern.compile("^([\\p{L}'’ -]{2,40}),\\s*([\\p{L}'’. -]{1,40})$");
    private static final Pattern AFTER =
            Pattern.compile(
                    "(?i)(inc|ltd|llc|gmbh|corp|co|jr|sr|ii|iii|ph\\.?d|m\\.?d|mba|esq|cpa)\\.?");

    static PersonName of(RowCells cells) {
        List<String> mails = new ArrayList<>();
        String written = clean(cells.get(Field.NAME), mails);
        String given = clean(cells.get(Field.GIVEN_NAME), mails);
        String family = clean(cells.get(Field.FAMILY_NAME), mails);
        String nickname = clean(cells.get(Field.NICKNAME), mails);
        Matcher turned = TURNED.matcher(written);
        if (turned.matches() && !AFTER.matcher(turned.group(2).strip()).matches()) {
            if (given.isEmpty() && family.isEmpty()) {
                family = turned.group(1).strip();
                given = turned.group(2).strip();
            }
            written = turned.group(2).strip() + " " + turned.group(1).strip();
        }
        String whole = written;
        if (whole.isEmpty())
            whole =
                    Stream.of(given, clean(cells.get(Field.MIDDLE_NAME), mails), family)
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(" "));
        if (whole.isEmpty()) whole = nickname;
        return new PersonName(whole, given, family, nickname, List.copyOf(mails));
    }

    /** An address in a name's place is an address. */
    private static String clean(String part, List<String> mails) {
        List<String> found = CellValues.mails(part);
        mails.addAll(found);
        String left = part;
        for (String mail : found) left = left.replace(mail, " ");
        return left.replaceAll("[<>()\"]", found.isEmpty() ? "$0" : " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
