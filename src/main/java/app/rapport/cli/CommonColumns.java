package app.rapport.cli;

import app.rapport.exchange.contacts.SeparatedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The columns of several tables as those of one population; the first of each, the id, is none of
 * them. A table that shares headers with those before it is read by its headers, else by the order
 * of its columns; what only some tables have is empty in the others.
 */
final class CommonColumns {
    private static final int NOWHERE = Integer.MAX_VALUE;

    private final List<String> names = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Integer> meanings = new HashMap<>();
    private String id = "";

    static CommonColumns of(List<CsvTable> tables) {
        CommonColumns common = new CommonColumns();
        List<Map<Integer, Integer>> all = new ArrayList<>();
        for (CsvTable table : tables) all.add(common.joined(table));
        for (Map<Integer, Integer> places : all) common.places.add(common.places(places));
        return common;
    }

    /** For each column of the table, from 1 on, which of the common ones it is. */
    private Map<Integer, Integer> joined(CsvTable table) {
        List<String> headers = table.columns();
        boolean first = id.isEmpty();
        if (first && !headers.isEmpty()) id = headers.getFirst();
        Map<Integer, Integer> found = new TreeMap<>();
        if (table.header() && !first) {
            find(headers, words, CommonColumns::words, found);
            find(headers, meanings, SeparatedText::meaning, found);
        }
        boolean named = !found.isEmpty();
        for (int i = 1; i < headers.size(); i++) {
            if (found.containsKey(i)) continue;
            if (named || i > names.size()) names.add(headers.get(i));
            found.put(i, named ? names.size() - 1 : i - 1);
        }
        found.forEach((i, column) -> {
            words.putIfAbsent(words(headers.get(i)), column);
            meanings.putIfAbsent(SeparatedText.meaning(headers.get(i)), column);
        });
        return found;
    }

    private static void find(
            List<String> headers,
            Map<String, Integer> known,
            Function<String, String> by,
            Map<Integer, Integer> found) {
        for (int i = 1; i < headers.size(); i++) {
            Integer column = known.get(by.apply(headers.get(i)));
            if (column != null && !found.containsValue(column)) found.putIfAbsent(i, column);
        }
    }

    private static String words(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private int[] places(Map<Integer, Integer> found) {
        int[] places = new int[names.size()];
        Arrays.fill(places, NOWHERE);
        found.forEach((place, column) -> places[column] = place);
        return places;
    }

    /** Leaves only these: names, or numbers with the id being 1; all where none is named. */
    void only(List<String> wanted) {
        if (wanted.isEmpty() || id.isEmpty()) return;
        int[] chosen =
                wanted.stream()
                        .map(this::named)
                        .flatMapToInt(OptionalInt::stream)
                        .distinct()
                        .toArray();
        places.replaceAll(own -> Arrays.stream(chosen).map(at -> own[at]).toArray());
        List<String> all = List.copyOf(names);
        names.clear();
        for (int at : chosen) names.add(all.get(at));
    }

    /** Empty for the id, which is no evidence. */
    private OptionalInt named(String wanted) {
        for (int i = 0; i < names.size(); i++)
            if (names.get(i).equalsIgnoreCase(wanted)) return OptionalInt.of(i);
        if (id.equalsIgnoreCase(wanted) || wanted.equals("1")) return OptionalInt.empty();
        if (wanted.matches("[1-9]\\d{0,3}") && Integer.parseInt(wanted) - 2 < names.size())
            return OptionalInt.of(Integer.parseInt(wanted) - 2);
        throw new Failure(
                "there is no column "
                        + wanted
                        + "; there are "
                        + String.join(", ", Stream.concat(Stream.of(id), names.stream()).toList()));
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** What a row of a table says in each of the columns. */
    List<String> cells(int table, List<String> row) {
        return Arrays.stream(places.get(table))
                .mapToObj(at -> at < row.size() ? row.get(at) : "")
                .toList();
    }
}
