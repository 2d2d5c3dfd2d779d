package app.rapport.exchange.contacts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What columns are by their values: corrects headers that say nothing or say otherwise. */
final class ContentGuess {
    private static final double MOST = 0.6;
    private static final Set<Field> NEVER_MAIL =
            EnumSet.of(Field.OWNER, Field.NOTES, Field.GIVEN_NAME, Field.NAME, Field.EXTERNAL_ID);

    private ContentGuess() {}

    static List<Column> refine(List<Column> columns, List<RawRow> data, boolean header) {
        List<Column> refined = new ArrayList<>();
        for (Column column : columns) {
            List<String> values = values(column, data);
            refined.add(values.isEmpty() ? column : byValues(column, values, header));
        }
        return header && has(refined, Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME)
                ? refined
                : NameColumns.find(refined, data);
    }

    static List<String> values(Column column, List<RawRow> data) {
        return data.stream()
                .map(row -> row.cell(column.index()))
                .filter(cell -> !cell.isEmpty())
                .limit(200)
                .toList();
    }

    static boolean has(List<Column> columns, Field... fields) {
        Set<Field> wanted = EnumSet.copyOf(List.of(fields));
        return columns.stream().anyMatch(column -> wanted.contains(column.field()));
    }

    private static Column byValues(Column column, List<String> values, boolean header) {
        boolean named = column.confidence() > 0;
        if (most(values, CellShape::mail)
                && !named
                && !(header && (aboutOthers(column) || everybodys(values))))
            return column.as(Field.MAIL, 0.8);
        if (most(values, CellShape::mail)
                && named
                && column.field() != Field.MAIL
                && !NEVER_MAIL.contains(column.field())) return column.as(Field.MAIL, 0.7);
        if (column.field() == Field.MAIL && column.confidence() < 0.9 && !some(values, '@'))
            return column.as(Field.EXTRA, 0);
        if (column.field() == Field.PHONE && column.confidence() < 0.9 && !digits(values))
            return column.as(Field.EXTRA, 0);
        if (named || (header && aboutOthers(column))) return column;
        if (most(values, CellShape::link) && !picture(column)) return column.as(Field.LINK, 0.6);
        if (most(values, CellShape::phone)) return column.as(Field.PHONE, 0.6);
        if (CellShape.share(values, CellShape::country) > 0.8) return column.as(Field.COUNTRY, 0.6);
        if (CellShape.share(values, CellShape::company) > 0.3 && distinct(values) > 0.5)
            return column.as(Field.COMPANY, 0.5);
        return column;
    }

    private static boolean aboutOthers(Column column) {
        return OtherPeople.in(HeaderWords.fold(column.header()));
    }

    private static boolean picture(Column column) {
        return Headers.PICTURE.matcher(HeaderWords.fold(column.header())).matches();
    }

    /** One address in most rows is a colleague's or an inbox's, not these persons'. */
    private static boolean everybodys(List<String> values) {
        return values.size() >= 4 && distinct(values) < 0.5;
    }

    private static boolean most(List<String> values, Predicate<String> is) {
        return CellShape.share(values, is) >= MOST;
    }

    private static boolean some(List<String> values, char sign) {
        return values.stream().anyMatch(value -> value.indexOf(sign) >= 0);
    }

    private static boolean digits(List<String> values) {
        return values.stream().anyMatch(value -> value.matches("(?s).*\\d{3}.*"));
    }

    static double distinct(List<String> values) {
        return (double) values.stream().distinct().count() / values.size();
    }
}
