package app.rapport.database;

import app.rapport.kernel.PersonRecords.Erased;
import app.rapport.kernel.PersonRecords.Joined;
import app.rapport.kernel.PersonRecords.Parted;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What all rows of a room that point at records do when two become one, are parted, or are erased.
 */
public record PointedTables(List<PointedRows> contacts, List<PointedRows> accounts) {
    public static PointedTables ofContacts(PointedRows... rows) {
        return new PointedTables(List.of(rows), List.of());
    }

    /** For {@link app.rapport.kernel.PersonRecords#columns}. */
    public Set<String> columns() {
        return Stream.concat(contacts.stream(), accounts.stream())
                .flatMap(PointedRows::names)
                .collect(Collectors.toSet());
    }

    public void join(JdbcClient jdbc, Viewer by, Joined joined) {
        of(joined.kind())
                .forEach(rows -> rows.join(jdbc, by.workspace(), joined.from(), joined.into()));
    }

    public void part(JdbcClient jdbc, Viewer by, Parted parted) {
        of(parted.kind())
                .forEach(rows ->
                        rows.part(
                                jdbc,
                                by.workspace(),
                                parted.holders(),
                                parted.back(),
                                parted.members()));
    }

    /** Companies are not erased. */
    public void erase(JdbcClient jdbc, Viewer by, Erased erased) {
        contacts.forEach(rows -> rows.erase(jdbc, by.workspace(), erased.people()));
    }

    /** For {@link app.rapport.kernel.PersonRecords#spokenOf}. */
    public Set<UUID> spokenOf(
            JdbcClient jdbc, Viewer by, RecordKind kind, Collection<UUID> records) {
        return of(kind).stream()
                .flatMap(rows -> rows.pointedAt(jdbc, by.workspace(), records).stream())
                .collect(Collectors.toSet());
    }

    private List<PointedRows> of(RecordKind kind) {
        return kind == RecordKind.CONTACT ? contacts : accounts;
    }
}
