package app.rapport.exchange.out;

import app.rapport.people.ContactRecord.Point;
import app.rapport.people.PostalDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Columns for what a record has several of: numbered groups, a label first, as Google Contacts
 * writes them. As many groups as the richest record needs; from the eighth on they share the last.
 */
final class PointCells {
    private static final int GROUPS = 8;
    static final String MORE = " ::: ";

    private static final List<Kind> KINDS =
            List.of(
                    new Kind("mail", "E-mail"),
                    new Kind("phone", "Phone"),
                    new Kind("link", "Website"),
                    new Kind("chat", "IM"));
    private static final List<String> POSTAL_PARTS =
            List.of("Label", "Formatted", "Street", "City", "Region", "Postal Code", "Country");

    private record Kind(String word, String header) {}

    private final Map<String, Integer> points;
    private final int postals;

    PointCells(Map<String, Integer> points, int postals) {
        this.points = points;
        this.postals = Math.min(GROUPS, postals);
    }

    List<String> headers() {
        List<String> headers = new ArrayList<>();
        for (Kind kind : KINDS)
            number(kind.header(), groups(kind), List.of("Label", "Value"), headers);
        number("Address", postals, POSTAL_PARTS, headers);
        return headers;
    }

    private static void number(String of, int groups, List<String> parts, List<String> headers) {
        for (int i = 1; i <= groups; i++)
            for (String part : parts) headers.add(of + " " + i + " - " + part);
    }

    private int groups(Kind kind) {
        return Math.min(GROUPS, points.getOrDefault(kind.word(), 0));
    }

    List<String> cells(List<Point> all, List<PostalDraft> addresses) {
        List<String> cells = new ArrayList<>();
        for (Kind kind : KINDS) {
            List<Point> some =
                    all.stream().filter(point -> point.kind().equals(kind.word())).toList();
            for (int i = 0; i < groups(kind); i++) {
                List<Point> here = group(some, i);
                cells.add(here.isEmpty() ? "" : here.getFirst().label());
                cells.add(joined(here, Point::value));
            }
        }
        for (int i = 0; i < postals; i++) postal(group(addresses, i), cells);
        return cells;
    }

    private static <T> List<T> group(List<T> all, int i) {
        int from = Math.min(i, all.size());
        return all.subList(from, i == GROUPS - 1 ? all.size() : Math.min(i + 1, all.size()));
    }

    private static void postal(List<PostalDraft> here, List<String> cells) {
        cells.add(here.isEmpty() ? "" : here.getFirst().label());
        cells.add(joined(here, PostalDraft::formatted));
        cells.add(joined(here, PostalDraft::street));
        cells.add(joined(here, PostalDraft::city));
        cells.add(joined(here, PostalDraft::region));
        cells.add(joined(here, PostalDraft::postalCode));
        cells.add(joined(here, PostalDraft::country));
    }

    private static <T> String joined(List<T> all, Function<T, String> text) {
        return String.join(MORE, all.stream().map(text).filter(t -> !t.isEmpty()).toList());
    }
}
