package app.rapport.database.backup;

import app.rapport.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every table as COPY text into a tar.gz that usual programs open too. Rows go in pieces,
 * because a tar wants each entry's length first and a table's is known only at its end.
 */
final class BackupWriter {
    private static final int PIECE = 4 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Connection connection;
    private final TarArchiveOutputStream tar;
    private final Map<String, Manifest.Sum> sums = new TreeMap<>();

    private BackupWriter(Connection connection, OutputStream out) throws IOException {
        this.connection = connection;
        this.tar = new TarArchiveOutputStream(new GZIPOutputStream(out, 1 << 16));
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /**
     * @param connection the owner's, in a transaction that sees one moment
     * @return rows by table
     */
    static Map<String, Manifest.Sum> write(Connection connection, OutputStream out, Instant now)
            throws IOException, SQLException {
        BackupWriter writer = new BackupWriter(connection, out);
        Catalog catalog = new Catalog(connection);
        List<Manifest.Table> tables = catalog.tables();
        writer.entry(
                Manifest.ENTRY,
                JSON.writeValueAsBytes(
                        new Manifest(Manifest.FORMAT, now.toString(), catalog.schema(), tables)));
        for (Manifest.Table table : tables) writer.table(table);
        writer.entry(Manifest.End.ENTRY, JSON.writeValueAsBytes(new Manifest.End(writer.sums)));
        writer.tar.close();
        return writer.sums;
    }

    private void table(Manifest.Table table) throws IOException, SQLException {
        CopyOut rows =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY " + table.copyList() + " TO STDOUT");
        MessageDigest sum = Sha256.begun();
        ByteArrayOutputStream piece = new ByteArrayOutputStream(1 << 16);
        int number = 0;
        for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
            sum.update(row);
            piece.writeBytes(row);
            if (piece.size() < PIECE) continue;
            piece(table, number++, piece);
        }
        if (piece.size() > 0) piece(table, number, piece);
        sums.put(
                table.name(),
                new Manifest.Sum(
                        rows.getHandledRowCount(), HexFormat.of().formatHex(sum.digest())));
    }

    private void piece(Manifest.Table table, int number, ByteArrayOutputStream piece)
            throws IOException {
        entry("tables/%s/%06d".formatted(table.name(), number), piece.toByteArray());
        piece.reset();
    }

    private void entry(String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setMode(0100600);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
