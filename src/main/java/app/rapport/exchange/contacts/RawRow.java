package app.rapport.exchange.contacts;

import app.rapport.ui.SpreadsheetCells;
import java.util.List;
import java.util.Locale;

/**
 * A row of a table as it stands, before its columns mean anything.
 *
 * @param number from 1, as a spreadsheet numbers rows: header and blank rows count
 * @param mended what was wrong with its quotes, empty when nothing was
 * @param whole false for one that is too long, of which only the beginning is here
 */
record RawRow(long number, List<String> cells, String mended, boolean whole) {

    RawRow {
        cells = List.copyOf(cells);
    }

    /** Bytes in memory, about. */
    long size() {
        return 40L * cells.size() + cells.stream().mapToInt(String::length).sum();
    }

    /** "sep=;", by which spreadsheets are told the separator. */
    boolean saysSeparator() {
        return cell(0).toLowerCase(Locale.ROOT).startsWith("sep=");
    }

    boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }

    String cell(int index) {
        return index < cells.size() ? SpreadsheetCells.plain(cells.get(index).strip()) : "";
    }

    String place() {
        return "row " + number;
    }
}
