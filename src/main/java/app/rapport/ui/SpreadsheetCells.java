package app.rapport.ui;

import java.util.regex.Pattern;

/**
 * Cells of tables that people open in a spreadsheet. What it would run gets an apostrophe before
 * it, its own mark for text (OWASP, "CSV injection"); reading takes it away again, so that a table
 * written here comes back to the letter.
 */
public final class SpreadsheetCells {
    private static final Pattern RUN = Pattern.compile("(?s)'*[=+@\\t\\r\\n＝＋＠－-].*");
    private static final Pattern DIALLED = Pattern.compile("\\+[0-9 ]+");

    private SpreadsheetCells() {}

    /** A phone number of digits and blanks stays as it is, or it could not be dialled. */
    public static String guarded(String cell) {
        boolean safe = !RUN.matcher(cell).matches() || DIALLED.matcher(cell).matches();
        return safe ? cell : "'" + cell;
    }

    /** The cell as it was before it was guarded. */
    public static String plain(String cell) {
        boolean guarded = cell.startsWith("'") && RUN.matcher(cell).matches();
        return guarded ? cell.substring(1) : cell;
    }
}
