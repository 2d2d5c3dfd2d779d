package app.rapport.database;

import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A room's answer to {@link PersonRecords} where all its rows do the same as others that point at
 * records: they go along, are parted, and go with who is erased. What the rooms hand out of them is
 * their own.
 */
public abstract class PointedRecords implements PersonRecords {
    protected final JdbcClient jdbc;
    private final PointedTables tables;

    protected PointedRecords(JdbcClient jdbc, PointedTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    @Override
    public Set<String> columns() {
        return tables.columns();
    }

    @Override
    public void join(Viewer by, Joined joined) {
        tables.join(jdbc, by, joined);
    }

    @Override
    public void part(Viewer by, Parted parted) {
        tables.part(jdbc, by, parted);
    }

    @Override
    public Set<UUID> spokenOf(Viewer by, RecordKind kind, Collection<UUID> records) {
        return tables.spokenOf(jdbc, by, kind, records);
    }

    /**
     * The sweep by words that follows reads every text, so what names them elsewhere goes there.
     */
    @Override
    public List<String> erase(Viewer by, Erased erased) {
        tables.erase(jdbc, by, erased);
        return List.of();
    }
}
