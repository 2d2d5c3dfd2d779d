package app.rapport.exchange.web;

import app.rapport.exchange.TableMappings;
import app.rapport.exchange.contacts.Column;
import app.rapport.exchange.contacts.Field;
import app.rapport.exchange.contacts.FileKind;
import app.rapport.exchange.contacts.Item;
import app.rapport.kernel.ImportId;
import app.rapport.people.PointDraft;
import app.rapport.people.Told;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A table that waits for a look at its columns; drawn again when one of them is changed. */
public record MappingTable(ImportId id, TableMappings.Table table) implements Page {
    private static final double SURE = 0.9;
    private static final int EXAMPLES = 3;
    private static final int LONGEST = 200;

    /** As the fields of the form are named: "column-0-3". */
    public String name(String what) {
        return what + "-" + table.ordinal();
    }

    public boolean workbook() {
        return table.name().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    public static String kind(FileKind kind) {
        return switch (kind) {
            case CONTACTS -> "people";
            case COMPANIES -> "companies";
            case DEALS -> "deals";
            case ACTIVITIES -> "notes, calls and tasks";
            case EVENTS -> "events";
            case UNKNOWN -> "not recognised";
        };
    }

    public List<Choice> kinds() {
        List<Choice> kinds = new ArrayList<>();
        for (FileKind kind : FileKind.values())
            if (kind != FileKind.UNKNOWN || table.kind() == FileKind.UNKNOWN)
                kinds.add(new Choice(kind.name(), kind(kind)));
        return kinds;
    }

    public List<Choice> delimiters() {
        List<Choice> signs =
                new ArrayList<>(
                        List.of(
                                new Choice(",", "comma"),
                                new Choice(";", "semicolon"),
                                new Choice("tab", "tab"),
                                new Choice("|", "bar")));
        if (signs.stream().noneMatch(sign -> sign.value().equals(delimiter())))
            signs.add(new Choice(delimiter(), delimiter()));
        return signs;
    }

    public String delimiter() {
        return table.delimiter() == '\t' ? "tab" : String.valueOf(table.delimiter());
    }

    /** What the rows are for: kept rows have no person to look at. */
    public boolean becomesRecords() {
        return switch (table.kind()) {
            case CONTACTS, COMPANIES, UNKNOWN -> true;
            case DEALS, ACTIVITIES, EVENTS -> false;
        };
    }

    public String examples(Column column) {
        return table.preview().stream()
                .filter(row -> row.size() > column.index())
                .map(row -> row.get(column.index()))
                .filter(cell -> !cell.isBlank())
                .distinct()
                .limit(EXAMPLES)
                .collect(Collectors.joining(" · "));
    }

    public boolean said(Column column) {
        return guess(column) != column.field();
    }

    private Field guess(Column column) {
        return column.index() < table.guesses().size()
                ? table.guesses().get(column.index()).field()
                : column.field();
    }

    /** How sure the guess is, in words. */
    public String trust(Column column) {
        if (said(column)) return "you said so";
        double sure = table.guesses().get(column.index()).confidence();
        if (column.field() == Field.EXTRA) return "not known";
        return sure >= SURE ? "sure" : "looks like it";
    }

    /** "work", "home": which of several it is. */
    public String label(Column column) {
        return column.field() == Field.EXTRA || said(column) ? "" : column.label();
    }

    public long notKnown() {
        return table.columns().stream().filter(column -> column.field() == Field.EXTRA).count();
    }

    public List<FirstRow> first() {
        return table.first().stream().map(FirstRow::of).toList();
    }

    /**
     * What a row would become.
     *
     * @param who empty where it would be set aside or kept whole
     * @param reach addresses and phones
     * @param rest what else is known, or why it would be set aside
     */
    public record FirstRow(String place, String who, String role, String reach, String rest) {
        static FirstRow of(Item item) {
            return switch (item) {
                case Item.Contact(String place, Told(var draft, _)) ->
                        new FirstRow(
                                place,
                                draft.displayName().isEmpty() ? "No name" : draft.displayName(),
                                joined(", ", draft.title(), draft.companyName()),
                                points(draft.points()),
                                besides(draft.tags(), draft.notes(), draft.extra()));
                case Item.Account(String place, Told(var draft, _)) ->
                        new FirstRow(
                                place,
                                draft.name(),
                                joined(", ", draft.industry(), draft.domain()),
                                points(draft.points()),
                                besides(draft.tags(), draft.notes(), draft.extra()));
                case Item.Meeting(String place, _) -> new FirstRow(place, "", "", "", "An event");
                case Item.Kept(String place, String kind, _) ->
                        new FirstRow(place, "", "", "", "A " + kind + ", whole");
                case Item.SetAside(String place, String reason, _) ->
                        new FirstRow(place, "", "", "", "Set aside. " + reason);
            };
        }

        private static String points(List<PointDraft> points) {
            return points.stream().map(point -> point.value()).collect(Collectors.joining(", "));
        }

        private static String besides(List<String> tags, String notes, Map<String, String> kept) {
            return shortened(
                    joined(
                            "; ",
                            tags.isEmpty() ? "" : "Tags: " + String.join(", ", tags),
                            notes.isEmpty() ? "" : "Notes: " + notes,
                            kept.entrySet().stream()
                                    .map(cell -> cell.getKey() + ": " + cell.getValue())
                                    .collect(Collectors.joining("; "))));
        }

        private static String shortened(String text) {
            return text.length() <= LONGEST
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…";
        }

        private static String joined(String by, String... parts) {
            return Arrays.stream(parts)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(by));
        }
    }
}
