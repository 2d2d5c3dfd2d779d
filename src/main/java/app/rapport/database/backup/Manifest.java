package app.rapport.database.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup says of itself before the first row.
 *
 * @param format of the file; 1 so far
 * @param schema migrations that had run, in order
 * @param createdAt ISO 8601, UTC
 */
record Manifest(int format, String createdAt, List<String> schema, List<Table> tables) {
    static final int FORMAT = 1;
    static final String ENTRY = "rapport-backup.json";

    /** Its rows follow as PostgreSQL's COPY text, with these columns in this order. */
    record Table(String name, List<String> columns) {
        String copyList() {
            return Identifiers.quoted(name) + " (" + Identifiers.quoted(columns) + ")";
        }
    }

    /**
     * What a backup says after the last row: by it one knows that nothing is missing.
     *
     * @param tables for each table its rows and the SHA-256 of their COPY text, in hex
     */
    record End(Map<String, Sum> tables) {
        static final String ENTRY = "end.json";
    }

    record Sum(long rows, String sha256) {}
}
