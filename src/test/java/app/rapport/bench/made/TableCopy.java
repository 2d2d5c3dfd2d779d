package app.rapport.bench.made;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into one table by COPY, on a connection of its own. */
final class TableCopy implements AutoCloseable {
    private static final int FLUSHED_AT = 1 << 16;

    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(FLUSHED_AT + 4096);

    TableCopy(Connection connection, String table, String columns) throws SQLException {
        this.connection = connection;
        this.copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " (" + columns + ") FROM STDIN");
    }

    void row(@Nullable Object... cells) throws SQLException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) text.append('\t');
            cell(cells[i]);
        }
        text.append('\n');
        if (text.length() >= FLUSHED_AT) flush();
    }

    private void cell(@Nullable Object cell) {
        switch (cell) {
            case null -> text.append("\\N");
            case byte[] bytes -> text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            case String words -> escape(words);
            default -> text.append(cell);
        }
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            flush();
            copy.endCopy();
        }
    }
}
