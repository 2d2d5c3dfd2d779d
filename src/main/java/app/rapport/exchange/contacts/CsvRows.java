package app.rapport.exchange.contacts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of separated text (RFC 4180 and what programs make of it). Unlike a strict reader it loses
 * no row to a broken quote: a quote that nothing closes within {@value #LONGEST_CELL} characters is
 * taken as a letter, so that one bad cell cannot swallow the rows after it. However long a row is,
 * no more than {@value #LONGEST_ROW} characters of it are held.
 */
final class CsvRows implements TableRows {
    static final int LONGEST_CELL = 1 << 18;

    /** What stands behind so many cells is one more: tables that people fill in end long before. */
    static final int MOST_CELLS = 4_096;

    static final int LONGEST_ROW = 1 << 22;

    /** Characters of one row that may be read in vain for closing quotes; after that none is. */
    private static final int PATIENCE = 1 << 20;

    /** That may stand between a closing quote and the next delimiter. */
    private static final int MOST_BLANKS = 64;

    private static final int END = -1;

    private final BufferedReader in;
    private final char delimiter;
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private String mended = "";
    private long number;
    private int ahead = -2;
    private int inVain;
    private int held;
    private boolean whole = true;

    CsvRows(Reader in, char delimiter) {
        this.in = new BufferedReader(in, 1 << 16);
        this.delimiter = delimiter;
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        int c = read();
        if (c == END) return Optional.empty();
        cells = new ArrayList<>();
        mended = "";
        inVain = 0;
        held = 0;
        whole = true;
        while (true) {
            c = cells.size() < MOST_CELLS ? cellFrom(c) : otherCells(c);
            cells.add(cell.toString());
            held += cell.length();
            if (c != delimiter) break;
            if (held >= LONGEST_ROW) {
                otherCells(c);
                break;
            }
            c = read();
        }
        return Optional.of(new RawRow(++number, cells, mended, whole));
    }

    /** All that is left of the row. */
    private int otherCells(int first) throws IOException {
        cell.setLength(0);
        mended = "there are more than 4,096 cells";
        int c = first;
        while (c != END && c != '\n' && c != '\r') {
            hold((char) c);
            c = read();
        }
        return lineEnd(c);
    }

    private void hold(char c) {
        if (held + cell.length() < LONGEST_ROW) cell.append(c);
        else whole = false;
    }

    /** Reads one cell and returns what ended it: the delimiter, a line end or the file's end. */
    private int cellFrom(int c) throws IOException {
        cell.setLength(0);
        int first = c;
        while (first == ' ' && delimiter != ' ') {
            hold(' ');
            first = read();
        }
        if (first == '"' && inVain < PATIENCE) {
            cell.setLength(0);
            if (quoted()) return lineEnd(rest(read()));
        }
        return lineEnd(rest(first));
    }

    private int rest(int first) throws IOException {
        int c = first;
        while (c != END && c != delimiter && c != '\n' && c != '\r') {
            hold((char) c);
            c = read();
        }
        return c;
    }

    /** Reads up to the closing quote; false when there is none, and nothing is read then. */
    private boolean quoted() throws IOException {
        in.mark(2 * LONGEST_CELL + MOST_BLANKS + 4);
        boolean odd = false;
        boolean lines = false;
        for (int i = 0; i < LONGEST_CELL; i++) {
            int c = in.read();
            // an odd quote and a line end in one cell: the cell never was meant to span lines
            if (c == END || (odd && lines)) break;
            if (c != '"') {
                lines |= c == '\n' || c == '\r';
                cell.append((char) c);
                continue;
            }
            int after = in.read();
            if (after == '"') {
                cell.append('"');
                continue;
            }
            int blanks = 0;
            for (; after == ' ' && blanks < MOST_BLANKS; blanks++) after = in.read();
            i += blanks;
            if (closes(after)) {
                ahead = after;
                return true;
            }
            odd = true;
            mended = "a quote inside a cell is not doubled";
            cell.append('"').repeat(' ', blanks).append((char) after);
        }
        in.reset();
        inVain += cell.length();
        cell.setLength(0);
        cell.append('"');
        mended = "a quote is opened and never closed";
        ahead = in.read();
        return true;
    }

    private boolean closes(int c) {
        return c == END || c == delimiter || c == '\n' || c == '\r';
    }

    private int lineEnd(int c) throws IOException {
        if (c != '\r') return c;
        int after = read();
        if (after != '\n') ahead = after;
        return '\n';
    }

    private int read() throws IOException {
        if (ahead == -2) return in.read();
        int c = ahead;
        ahead = -2;
        return c;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
