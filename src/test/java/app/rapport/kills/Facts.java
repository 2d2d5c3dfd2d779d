package app.rapport.kills;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every row of the database without what is new each time: ids, digests, the time of day and the
 * round's own name. Two rounds that did the same differ from what was before them by the same rows.
 *
 * @param rows how often each row is there, by its table and its words
 */
record Facts(Map<String, Integer> rows) {
    /**
     * Concluded from the others (asked by doctor --rebuild), or of the moment and not of the firm.
     */
    private static final Set<String> NO_FACTS =
            Set.of(
                    "acquaintance",
                    "acquaintance_basis",
                    "answer_owed",
                    "api_token",
                    "backup_run",
                    "duplicate_pair",
                    "duplicate_search",
                    "flyway_schema_history",
                    "half_login",
                    "idempotent_answer",
                    "login_failure",
                    "mailbox",
                    "mailbox_copy",
                    "mailbox_folder",
                    "scheduled_tasks",
                    "session",
                    "thanks_read");

    /** How far work is, how fast it goes, who does it, and numbers that others gave. */
    private static final String PASSING =
            "'{compacted_at,going_since,read_before,bytes_before,resumed,attempts,due_at,claimed_until,uid,uid_validity}'";

    /**
     * A mailbox has one import for good, with the counts of all rounds; a browser logs in again.
     */
    private static final Map<String, String> WITHOUT =
            Map.of(
                    "import", "NOT comes",
                    "audit_entry", "what <> 'session.opened'",
                    "import_item", "import_id NOT IN (SELECT id FROM import WHERE comes)");

    static Facts of(Connection owner, String tag) throws SQLException {
        Map<String, Integer> rows = new HashMap<>();
        try (Statement statement = owner.createStatement()) {
            for (String table : tables(statement))
                try (ResultSet found = statement.executeQuery(query(table, tag))) {
                    while (found.next())
                        rows.put(table + " " + found.getString(1), found.getInt(2));
                }
        }
        return new Facts(rows);
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found =
                statement.executeQuery(
                        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1")) {
            while (found.next())
                if (!NO_FACTS.contains(found.getString(1))) tables.add(found.getString(1));
        }
        return tables;
    }

    private static String query(String table, String tag) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return """
        SELECT words, count(*) FROM (
          SELECT regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace((to_jsonb(r) - %s::text[])::text, '%s', 'TAG', 'gi'),
                 'rapport-kills[0-9]+', 'WORLD', 'g'),
                 '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'ID', 'g'),
                 '\\\\x[0-9a-f]+', 'BYTES', 'g'),
                 '(%s|%s)[T ][0-9:.]+(Z|[+]00:00|[+]00)?', 'NOW', 'g') AS words
          FROM %s r WHERE %s) blank
        GROUP BY words
        """
                .formatted(
                        PASSING,
                        tag,
                        today,
                        today.plusDays(1),
                        table,
                        WITHOUT.getOrDefault(table, "true"));
    }

    /** What is more here than there, and with a minus what is less. */
    Facts minus(Facts before) {
        Map<String, Integer> more = new TreeMap<>(rows);
        before.rows.forEach((row, count) -> more.merge(row, -count, Integer::sum));
        more.values().removeIf(count -> count == 0);
        return new Facts(more);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The first of them, to be read by a person. */
    @Override
    public String toString() {
        return rows.entrySet().stream()
                .limit(6)
                .map(row -> "%+d %s".formatted(row.getValue(), shortened(row.getKey())))
                .collect(Collectors.joining("\n    ", rows.size() + " kinds of rows:\n    ", ""));
    }

    private static String shortened(String row) {
        return row.length() > 400 ? row.substring(0, 400) + "…" : row;
    }
}
