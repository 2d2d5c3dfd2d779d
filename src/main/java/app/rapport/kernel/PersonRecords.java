package app.rapport.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Socket: a room's rows that speak of a person or a company. Each room says of each such column
 * what becomes of it when two records become one and when they are parted again; a test fails when
 * a column is answered for by nobody. All of it happens in the caller's transaction.
 */
public interface PersonRecords {
    /** All columns with the id of a contact or an account in this room's tables, table.column. */
    Set<String> columns();

    /** Rows that point at one record point at the other from now on. */
    default void join(Viewer by, Joined joined) {}

    /** Takes {@link #join} back; what came since goes to whose address it came by. */
    default void part(Viewer by, Parted parted) {}

    /**
     * Erases what the room has of a person. What people wrote anywhere about them is swept by words
     * afterwards; here goes what is kept of them as such.
     *
     * @return what stops that it comes back, as tombstones name it
     */
    default List<String> erase(Viewer by, Erased erased) {
        return List.of();
    }

    /** How many of what {@link #erase} would take, in words. */
    default Map<String, Long> counts(Viewer by, Erased erased) {
        return Map.of();
    }

    /** What the room knows of a person, as the viewer may read it. */
    default List<Fact> facts(Viewer by, Erased whole) {
        return List.of();
    }

    /**
     * Those of these records of which the room holds something that people wrote: they stay when
     * the import that made them is taken back.
     */
    default Set<UUID> spokenOf(Viewer by, RecordKind kind, Collection<UUID> records) {
        return Set.of();
    }

    /**
     * Somebody who is erased, or of whom all is handed out.
     *
     * @param people their record and all that were joined to it
     * @param addresses lower case, also such as they had once
     * @param names what to take out of mails that they are on: addresses and every name, also alone
     * @param words what to take out everywhere: addresses, phones, and whole names that nobody else
     *     has
     */
    record Erased(Set<UUID> people, Set<String> addresses, Redaction names, Redaction words) {}

    /**
     * @param group what it is about, in a word or two
     * @param from where it came from
     */
    record Fact(String group, String what, String value, @Nullable Instant at, String from) {}

    /**
     * Two records that become one.
     *
     * @param into which of the two stays
     * @param ofInto mail addresses (lower case) of it and of all that were joined to it before,
     *     each with whose it was at first; {@code ofFrom} those of the other
     */
    record Joined(
            RecordKind kind,
            UUID into,
            UUID from,
            Map<String, UUID> ofInto,
            Map<String, UUID> ofFrom) {}

    /**
     * A record that stands by itself again.
     *
     * @param merge that is undone; what came since has a later id
     * @param holder where its rows are now
     * @param holders all that the holder was made of: what would have been there twice stayed
     *     behind at one of them
     * @param members the record and all that were joined to it and still are
     * @param addresses the mail addresses (lower case) that go with it
     */
    record Parted(
            UUID merge,
            RecordKind kind,
            UUID holder,
            Set<UUID> holders,
            UUID back,
            Set<UUID> members,
            Set<String> addresses) {}
}
