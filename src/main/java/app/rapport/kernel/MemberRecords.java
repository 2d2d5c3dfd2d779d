package app.rapport.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Socket: a room's rows that name a member. Each room says of each such column what becomes of it
 * when the member leaves; a test fails when a column is named by nobody. What tells who did
 * something stays as it is (the defaults); what somebody has to look after is handed over.
 */
public interface MemberRecords {
    /** All columns with a member's id in this room's tables, as {@code table.column}. */
    Set<String> columns();

    /**
     * Hands over what is to be looked after, in the caller's transaction; the rows' ids by column.
     */
    default Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        return Map.of();
    }

    /**
     * Gives these rows of one column back, where whoever got them still has them.
     *
     * @param from who left, and comes back
     */
    default void giveBack(Viewer by, MemberId from, MemberId to, String column, List<UUID> rows) {}
}
