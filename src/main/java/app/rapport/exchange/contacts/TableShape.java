package app.rapport.exchange.contacts;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a table begins and what its columns are.
 *
 * @param headerRow number of the row with the headers; 0 where there is none
 * @param firstRow number of the first row of data
 */
record TableShape(FileKind kind, long headerRow, long firstRow, List<Column> columns) {
    private static final int PREAMBLE = 30;

    TableShape {
        columns = List.copyOf(columns);
    }

    /** Concludes from the first rows of a file. */
    static TableShape of(List<RawRow> sample, Mapping mapping) {
        List<RawRow> rows = sample.stream().filter(row -> !row.blank()).toList();
        if (rows.isEmpty()) return new TableShape(FileKind.UNKNOWN, 0, 1, List.of());
        int at = mapping.header().map(there -> there ? 0 : -1).orElseGet(() -> headerAt(rows));
        List<RawRow> data = rows.subList(at + 1, rows.size());
        long header = at < 0 ? 0 : rows.get(at).number();
        long first = at < 0 ? rows.getFirst().number() : header + 1;
        List<Column> columns = new ArrayList<>();
        int width = data.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        if (at >= 0) width = Math.max(width, rows.get(at).cells().size());
        for (int i = 0; i < width; i++)
            columns.add(at < 0 ? unnamed(i) : header(i, rows.get(at).cell(i)));
        columns = ContentGuess.refine(columns, data, at >= 0);
        List<Column> said = mapping.over(columns);
        FileKind kind =
                mapping.kind()
                        .or(() -> Layouts.kind(said.stream().map(Column::header).toList()))
                        .orElseGet(() -> KindGuess.of(said, at >= 0, data));
        return new TableShape(
                kind, header, first, mapping.over(KindGuess.settle(said, kind, data)));
    }

    private static Column unnamed(int index) {
        return new Column(index, "Column " + (index + 1), Field.EXTRA, "", "", 0);
    }

    private static Column header(int index, String header) {
        return header.isEmpty() ? unnamed(index) : Headers.read(index, header);
    }

    /**
     * The row among the first ones whose cells are headers; -1 where none is. Notes before a table
     * (LinkedIn's) have few cells and no known headers.
     */
    private static int headerAt(List<RawRow> rows) {
        int best = -1;
        double bestScore = 0;
        for (int i = 0; i < Math.min(PREAMBLE, rows.size()); i++) {
            double score = headerScore(rows.get(i));
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        int known = best < 0 ? 0 : (int) bestScore;
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(1);
        if (known >= 2 || (known == 1 && best == 0 && (width <= 2 || wordsOnly(rows.get(best)))))
            return best;
        if (best >= 0 && known == 1 && rows.get(best).cells().size() == width && width > 1)
            return best;
        return foreignHeader(rows) ? 0 : -1;
    }

    /** Number of known headers; none in a row that has values of data. */
    private static double headerScore(RawRow row) {
        int known = 0;
        int filled = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cell(i);
            if (cell.isEmpty()) continue;
            filled++;
            if (CellShape.link(cell) || CellShape.date(cell) || !CellValues.mails(cell).isEmpty())
                return 0;
            if (cell.length() <= 80 && Headers.read(i, cell).confidence() >= 0.6) known++;
        }
        return filled == 0 || known * 5 < filled ? 0 : known;
    }

    /** A header in a language we do not know: words only, above columns of other values. */
    private static boolean foreignHeader(List<RawRow> rows) {
        RawRow first = rows.getFirst();
        if (rows.size() < 2 || first.cells().size() < 2 || !wordsOnly(first)) return false;
        return rows.subList(1, rows.size()).stream().anyMatch(row -> !wordsOnly(row));
    }

    private static boolean wordsOnly(RawRow row) {
        return row.cells().stream().noneMatch(cell -> cell.matches(".*(\\d|@|://).*"));
    }
}
