package app.rapport.bench;

import app.rapport.database.DatabaseAccess;
import app.rapport.database.EmbeddedPostgres;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The control of the CSV import: what it stored is copied out, the tables are emptied, and COPY
 * puts the same rows back as the owner: one transaction, all keys, indexes and triggers in place.
 */
record CopyAlone(double seconds, long rows) {
    private static final List<String> TABLES =
            List.of(
                    "account",
                    "account_domain",
                    "account_point",
                    "contact",
                    "contact_point",
                    "postal_address",
                    "external_id",
                    "awaited_account",
                    "field_change",
                    "import_record",
                    "import_item",
                    "contact_search");

    static CopyAlone of(Path data, Path work) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.in(data)) {
            DatabaseAccess access = server.start();
            try (Connection owner =
                    DriverManager.getConnection(
                            access.url(), access.owner().user(), access.owner().password())) {
                owner.setAutoCommit(false);
                copyOut(owner, work);
                return copyIn(owner, work);
            }
        }
    }

    private static void copyOut(Connection owner, Path work) throws Exception {
        for (String table : TABLES) {
            try (OutputStream out = Files.newOutputStream(work.resolve(table))) {
                copy(owner)
                        .copyOut(
                                "COPY (SELECT "
                                        + columns(owner, table)
                                        + " FROM "
                                        + table
                                        + ") TO STDOUT",
                                out);
            }
        }
        try (Statement statement = owner.createStatement()) {
            statement.execute("TRUNCATE " + String.join(", ", TABLES) + " CASCADE");
        }
        owner.commit();
    }

    private static CopyAlone copyIn(Connection owner, Path work) throws Exception {
        long rows = 0;
        long begin = System.nanoTime();
        for (String table : TABLES) {
            try (InputStream in = Files.newInputStream(work.resolve(table))) {
                rows +=
                        copy(owner)
                                .copyIn(
                                        "COPY "
                                                + table
                                                + " ("
                                                + columns(owner, table)
                                                + ") FROM STDIN",
                                        in,
                                        1 << 16);
            }
        }
        owner.commit();
        return new CopyAlone((System.nanoTime() - begin) / 1e9, rows);
    }

    private static org.postgresql.copy.CopyManager copy(Connection owner) throws Exception {
        return owner.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Without those that the database computes. */
    private static String columns(Connection owner, String table) throws Exception {
        try (var statement =
                owner.prepareStatement(
                        """
                        SELECT string_agg(attname, ', ' ORDER BY attnum) FROM pg_attribute
                        WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                        """)) {
            statement.setString(1, table);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
