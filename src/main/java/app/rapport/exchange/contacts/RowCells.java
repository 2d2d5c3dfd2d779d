package app.rapport.exchange.contacts;

import app.rapport.people.PointDraft;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.PostalDraft;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of one row, sorted by what they say; what fits nowhere stays under its header. */
final class RowCells {
    private final Map<Field, String> single = new EnumMap<>(Field.class);
    private final Map<String, Map<Field, String>> postals = new LinkedHashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    final Map<String, PointDraft> points = new LinkedHashMap<>();
    final Map<String, String> extra = new LinkedHashMap<>();
    final List<String> notes = new ArrayList<>();
    final List<String> tags = new ArrayList<>();
    private final String region;

    RowCells(RawRow row, List<Column> columns, String region) {
        this.region = region;
        for (Column column : columns)
            if (column.field() == Field.LABEL) labels.put(column.group(), row.cell(column.index()));
        for (Column column : columns) {
            String cell = row.cell(column.index());
            if (!cell.isEmpty()) take(column, cell);
        }
        for (int i = columns.size(); i < row.cells().size(); i++)
            if (!row.cell(i).isEmpty()) keep("Column " + (i + 1), row.cell(i));
    }

    String get(Field field) {
        return single.getOrDefault(field, "");
    }

    /** Takes a value away: it could not be read as its field. */
    void notThat(Field field, String header) {
        String value = single.remove(field);
        if (value != null) keep(header, value);
    }

    private void take(Column column, String cell) {
        switch (column.field()) {
            case MAIL -> point(Kind.MAIL, column, cell);
            case PHONE -> point(Kind.PHONE, column, cell);
            case LINK -> point(Kind.LINK, column, cell);
            case CHAT -> point(Kind.CHAT, column, cell);
            case STREET, CITY, REGION, POSTAL_CODE, COUNTRY, ADDRESS -> postal(column, cell);
            case NOTES -> notes.add(cell);
            case TAGS -> tags.addAll(CellValues.words(cell));
            // cells that slipped out of their columns: an address is never a label
            case LABEL -> CellValues.mails(cell).forEach(mail -> add(CellValues.mail("", mail)));
            case EXTRA -> keep(column.header(), cell);
            default -> once(column, cell);
        }
    }

    private void once(Column column, String cell) {
        String before = single.putIfAbsent(column.field(), cell);
        if (before != null && !before.equals(cell)) keep(column.header(), cell);
    }

    void keep(String header, String cell) {
        String name = header;
        for (int n = 2; extra.containsKey(name); n++) {
            if (cell.equals(extra.get(name))) return;
            name = header + " " + n;
        }
        extra.put(name, cell);
    }

    private void point(Kind kind, Column column, String cell) {
        String label = label(column);
        List<PointDraft> found = CellValues.points(kind, label, cell, region);
        if (found.isEmpty()) keep(column.header(), cell);
        for (PointDraft point : found) add(point);
    }

    void add(PointDraft point) {
        points.putIfAbsent(point.kind() + " " + point.key(), point);
    }

    private String label(Column column) {
        String own = labels.getOrDefault(column.group(), "").replaceAll("^\\*\\s*", "");
        return own.isEmpty() ? column.label() : own;
    }

    private void postal(Column column, String cell) {
        Map<Field, String> parts =
                postals.computeIfAbsent(column.group(), _ -> new EnumMap<>(Field.class));
        String label =
                labels.getOrDefault(column.group(), column.label()).replaceAll("^\\*\\s*", "");
        parts.putIfAbsent(Field.LABEL, label);
        boolean many = column.field() == Field.STREET || column.field() == Field.ADDRESS;
        if (many) parts.merge(column.field(), cell, (a, b) -> a + "\n" + b);
        else if (parts.putIfAbsent(column.field(), cell) != null
                && !cell.equals(parts.get(column.field()))) keep(column.header(), cell);
    }

    /** Postal addresses; "Home Address" beside "Home City" is its street. */
    List<PostalDraft> postals() {
        List<PostalDraft> all = new ArrayList<>();
        for (Map<Field, String> parts : postals.values()) {
            String whole = parts.getOrDefault(Field.ADDRESS, "");
            String street = parts.getOrDefault(Field.STREET, "");
            boolean parted = parts.containsKey(Field.CITY) || parts.containsKey(Field.POSTAL_CODE);
            if (street.isEmpty() && parted) {
                street = whole;
                whole = "";
            }
            all.add(
                    new PostalDraft(
                            parts.getOrDefault(Field.LABEL, ""),
                            street,
                            parts.getOrDefault(Field.CITY, ""),
                            parts.getOrDefault(Field.REGION, ""),
                            parts.getOrDefault(Field.POSTAL_CODE, ""),
                            parts.getOrDefault(Field.COUNTRY, ""),
                            whole));
        }
        return all;
    }
}
