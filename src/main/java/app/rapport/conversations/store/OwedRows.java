package app.rapport.conversations.store;

import app.rapport.conversations.answers.AnswerWalk;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes judged mails in batches while the walk goes on. Most are settled within days, so in their
 * own batch; those that are settled later are written once more.
 */
final class OwedRows {
    private static final int BATCH = 1_000;
    private static final int SETTLED_AT = 7;
    private static final int SETTLED_BY = 8;

    private final Viewer viewer;
    private final JdbcTemplate batches;
    private final Map<TouchId, Object[]> fresh = new LinkedHashMap<>();
    private final List<Object[]> late = new ArrayList<>();

    OwedRows(Viewer viewer, JdbcTemplate batches) {
        this.viewer = viewer;
        this.batches = batches;
    }

    void add(AnswerWalk.Judged judged) {
        TouchId touch = judged.mail().id();
        fresh.put(
                touch,
                new Object[] {
                    viewer.workspace().value(),
                    viewer.member().value(),
                    touch.value(),
                    judged.mail().at().atOffset(ZoneOffset.UTC),
                    (float) judged.strength(),
                    judged.reason(),
                    judged.mail().asksMember(),
                    null,
                    null
                });
        if (fresh.size() >= BATCH) flush();
    }

    void settle(AnswerWalk.Settled settled) {
        Object[] row = fresh.get(settled.mail());
        if (row != null) {
            row[SETTLED_AT] = settled.at().atOffset(ZoneOffset.UTC);
            row[SETTLED_BY] = settled.by().value();
            return;
        }
        late.add(
                new Object[] {
                    settled.at().atOffset(ZoneOffset.UTC),
                    settled.by().value(),
                    viewer.workspace().value(),
                    viewer.member().value(),
                    settled.mail().value()
                });
        if (late.size() >= BATCH) flush();
    }

    void flush() {
        batches.batchUpdate(
                """
                INSERT INTO answer_owed (workspace_id, member_id, touch_id, at, strength, reason, asks, settled_at, settled_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                List.copyOf(fresh.values()),
                new int[] {
                    Types.OTHER,
                    Types.OTHER,
                    Types.OTHER,
                    Types.TIMESTAMP_WITH_TIMEZONE,
                    Types.REAL,
                    Types.VARCHAR,
                    Types.BOOLEAN,
                    Types.TIMESTAMP_WITH_TIMEZONE,
                    Types.OTHER
                });
        batches.batchUpdate(
                "UPDATE answer_owed SET settled_at = ?, settled_by = ? WHERE workspace_id = ? AND member_id = ? AND touch_id = ?",
                late,
                new int[] {
                    Types.TIMESTAMP_WITH_TIMEZONE,
                    Types.OTHER,
                    Types.OTHER,
                    Types.OTHER,
                    Types.OTHER
                });
        fresh.clear();
        late.clear();
    }
}
