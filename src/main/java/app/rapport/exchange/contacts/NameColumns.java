package app.rapport.exchange.contacts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the columns of names in a table whose headers do not say. */
final class NameColumns {
    private NameColumns() {}

    static List<Column> find(List<Column> columns, List<RawRow> data) {
        List<Column> free = columns.stream().filter(column -> column.confidence() == 0).toList();
        Optional<Column> whole = free.stream().filter(column -> whole(column, data)).findFirst();
        List<Column> words =
                free.stream()
                        .filter(column -> whole.filter(column::equals).isEmpty())
                        .filter(column -> word(column, data))
                        .toList();
        List<Column> named = new ArrayList<>(columns);
        whole.ifPresent(column -> set(named, column, Field.NAME, 0.6));
        if (words.size() < 2 || !beside(words.get(0), words.get(1))) {
            if (whole.isEmpty() && words.size() == 1) set(named, words.getFirst(), Field.NAME, 0.4);
            return named;
        }
        boolean turned = familyFirst(words.get(0), words.get(1), whole, columns, data);
        set(named, words.get(0), turned ? Field.FAMILY_NAME : Field.GIVEN_NAME, 0.5);
        set(named, words.get(1), turned ? Field.GIVEN_NAME : Field.FAMILY_NAME, 0.5);
        return named;
    }

    private static void set(List<Column> columns, Column column, Field field, double sure) {
        columns.set(column.index(), column.as(field, sure));
    }

    private static boolean beside(Column a, Column b) {
        return b.index() - a.index() == 1;
    }

    private static boolean whole(Column column, List<RawRow> data) {
        List<String> values = ContentGuess.values(column, data);
        return CellShape.share(values, CellShape::person) >= 0.6
                && ContentGuess.distinct(values) > 0.5;
    }

    private static boolean word(Column column, List<RawRow> data) {
        List<String> values = ContentGuess.values(column, data);
        return CellShape.share(values, CellShape::word) >= 0.7
                && ContentGuess.distinct(values) > 0.3;
    }

    /** The whole name says the order; else addresses like given.family@ do; else given is first. */
    private static boolean familyFirst(
            Column a, Column b, Optional<Column> whole, List<Column> columns, List<RawRow> data) {
        int given = 0;
        int family = 0;
        Set<Integer> mails = new HashSet<>();
        columns.stream()
                .filter(column -> column.field() == Field.MAIL)
                .forEach(column -> mails.add(column.index()));
        for (RawRow row : data) {
            String first = row.cell(a.index()).toLowerCase(Locale.ROOT);
            String second = row.cell(b.index()).toLowerCase(Locale.ROOT);
            if (first.isEmpty() || second.isEmpty()) continue;
            List<String> texts = new ArrayList<>();
            whole.ifPresent(column -> texts.add(row.cell(column.index())));
            mails.forEach(index -> texts.add(row.cell(index)));
            for (String text : texts) {
                String lower = text.toLowerCase(Locale.ROOT);
                if (!lower.contains(first) || !lower.contains(second)) continue;
                if (lower.indexOf(first) < lower.indexOf(second)) given++;
                else family++;
            }
        }
        return family > given;
    }
}
