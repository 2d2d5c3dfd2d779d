package app.rapport.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the first row of a table names its columns. */
final class CsvHeader {
    private static final Pattern ID_WORD =
            Pattern.compile(
                    "(.*[_ ])?(id|key|nr|no|number|rec|record|row|index|uuid|guid|kennung|nummer|identifiant|numero|clave|codigo|código|identificador)([_ ].*)?|#"
                            + "|(rec|record|person|patient|unique|customer|contact|row|user)id");
    private static final Pattern COLUMN_WORD =
            Pattern.compile(
                    ".*(name|mail|phone|mobile|address|street|city|town|suburb|post ?code|zip|state"
                            + "|country|birth|dob|date|company|organi[sz]ation|title|author|venue"
                            + "|year|cuisine|type|sex|gender|price|first|last|vorname|nachname|ort"
                            + "|plz|firma|telefon).*"
                            + "|(.*[_ ])?(straße|strasse|geburtstag|geburtsdatum|prénom|prenom|nom"
                            + "|ville|naissance|rue|société|courriel|nombre|apellidos?|ciudad|calle"
                            + "|nacimiento|correo|empresa|nome|cognome|città|nascita|indirizzo)"
                            + "([_ ].*)?");

    private CsvHeader() {}

    static boolean heads(List<List<String>> rows) {
        if (rows.isEmpty()) return false;
        List<String> first = rows.getFirst().stream().map(CsvHeader::plain).toList();
        if (first.isEmpty() || first.stream().anyMatch(CsvHeader::isData)) return false;
        if (ID_WORD.matcher(first.getFirst()).matches()) return true;
        long words = first.stream().filter(cell -> COLUMN_WORD.matcher(cell).matches()).count();
        if (words * 2 >= first.size()) return true;
        return standsApart(first, rows);
    }

    private static String plain(String cell) {
        return cell.toLowerCase(Locale.ROOT);
    }

    /** Letters are needed, and neither a mail address nor mostly digits. */
    private static boolean isData(String cell) {
        long digits = cell.chars().filter(Character::isDigit).count();
        return cell.contains("@") || digits * 3 > cell.length();
    }

    /** Words above columns of digits. */
    private static boolean standsApart(List<String> first, List<List<String>> rows) {
        Set<Integer> ofDigits = new HashSet<>();
        for (int i = 0; i < first.size(); i++) {
            int column = i;
            List<String> below =
                    rows.stream()
                            .skip(1)
                            .filter(row -> column < row.size())
                            .map(row -> row.get(column))
                            .filter(cell -> !cell.isEmpty())
                            .toList();
            long data = below.stream().filter(CsvHeader::isData).count();
            if (!below.isEmpty() && data * 10 > below.size() * 9L) ofDigits.add(i);
        }
        return ofDigits.stream().anyMatch(i -> !first.get(i).isEmpty());
    }
}
