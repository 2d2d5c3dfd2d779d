package app.rapport.exchange.web;

import app.rapport.exchange.TableMappings.Choice;
import app.rapport.exchange.TableMappings.Table;
import app.rapport.exchange.contacts.Column;
import app.rapport.exchange.contacts.Field;
import app.rapport.exchange.contacts.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the form of the mapping page says; what it leaves out stays as it is. */
record MappingForm(Map<String, String> given) {

    Choice of(Table table) {
        String suffix = "-" + table.ordinal();
        List<Field> columns = new ArrayList<>();
        for (Column column : table.columns())
            columns.add(
                    Field.of(given.getOrDefault("column" + suffix + "-" + column.index(), ""))
                            .orElse(column.field()));
        return new Choice(
                kind(given.getOrDefault("kind" + suffix, ""), table.kind()),
                given.getOrDefault("header" + suffix, table.header() ? "yes" : "no").equals("yes"),
                delimiter(given.getOrDefault("delimiter" + suffix, ""), table.delimiter()),
                columns);
    }

    private static FileKind kind(String word, FileKind otherwise) {
        for (FileKind kind : FileKind.values()) if (kind.name().equals(word)) return kind;
        return otherwise;
    }

    private static char delimiter(String word, char otherwise) {
        if (word.equals("tab")) return '\t';
        return word.length() == 1 ? word.charAt(0) : otherwise;
    }
}
