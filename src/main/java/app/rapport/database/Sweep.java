package app.rapport.database;

import app.rapport.kernel.Redaction;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes words out of every text that a workspace has, whatever table it stands in: each room erases
 * what it knows of, this finds what somebody wrote where nobody thought of it. The app's own role
 * does it, so row-level security holds, and what that role may not change (the audit log, which has
 * no words) stays.
 */
@Repository
public class Sweep {
    private final JdbcClient jdbc;

    Sweep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Column(String table, String name, String type, boolean isKey) {}

    public void of(Viewer viewer, Redaction words) {
        if (words.words().isEmpty()) return;
        String pattern =
                words.words().stream()
                        .map(Sweep::quoted)
                        .collect(
                                Collectors.joining(
                                        "|", "(?<![[:alnum:]_])(?:", ")(?![[:alnum:]_])"));
        String[] rough =
                words.words().stream()
                        .map(word -> word.replaceAll("([\\\\%_])", "\\\\$1"))
                        .map(word -> "%" + word.replaceAll("\\s+", "%") + "%")
                        .toArray(String[]::new);
        for (Column column : columns())
            jdbc.sql(statement(column))
                    .param("workspace", viewer.workspace().value())
                    .param("pattern", pattern)
                    .param("rough", rough)
                    .param("instead", Redaction.INSTEAD)
                    .update();
    }

    /** A name may be broken over two lines, as in {@link Redaction}. */
    private static String quoted(String word) {
        return word.replaceAll("([^\\p{L}\\p{N}\\s])", "\\\\$1")
                .replaceAll("\\s+", "[[:space:]>]+");
    }

    /** A key has to stay one of a kind. */
    private static String statement(Column column) {
        String instead = column.isKey() ? ":instead || left(md5(random()::text), 8)" : ":instead";
        String name = '"' + column.name() + '"';
        String replaced = "regexp_replace(%s, :pattern, " + instead + ", 'gi')";
        String value =
                switch (column.type()) {
                    case "jsonb" -> replaced.formatted(name + "::text") + "::jsonb";
                    case "ARRAY" ->
                            "ARRAY(SELECT "
                                    + replaced.formatted("one")
                                    + " FROM unnest("
                                    + name
                                    + ") one)";
                    default -> replaced.formatted(name);
                };
        return "UPDATE "
                + column.table()
                + " SET "
                + name
                + " = "
                + value
                + " WHERE workspace_id = :workspace AND "
                + name
                + "::text ILIKE ANY (:rough)";
    }

    /** Texts of tables with a workspace that the app's role may change; members' own are theirs. */
    private List<Column> columns() {
        return jdbc.sql(
                        """
                        SELECT c.table_name, c.column_name, c.data_type,
                               EXISTS (SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
                                       WHERE i.indrelid = format('public.%I', c.table_name)::regclass AND i.indisunique AND a.attname = c.column_name) AS key
                        FROM information_schema.columns c
                        JOIN information_schema.tables t USING (table_schema, table_name)
                        WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
                          AND (c.data_type IN ('text', 'jsonb') OR c.data_type = 'ARRAY' AND c.udt_name = '_text')
                          AND EXISTS (SELECT FROM information_schema.columns w WHERE w.table_schema = 'public'
                                      AND w.table_name = c.table_name AND w.column_name = 'workspace_id')
                          AND c.table_name NOT IN ('member', 'own_address', 'invitation', 'session', 'api_token', 'workspace_domain', 'smtp_account')
                          AND has_column_privilege(format('public.%I', c.table_name), c.column_name, 'UPDATE')
                        """)
                .query((row, _) ->
                        new Column(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4)))
                .list();
    }
}
