package app.rapport.conversations.store;

import app.rapport.conversations.model.Acquaintance;
import app.rapport.customerbase.Rhythm;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The derived rows of what passed between each member and each person. */
@Repository
public class AcquaintanceRows {
    private static final int BATCH = 1_000;
    private static final int[] TYPES = {
        Types.OTHER,
        Types.OTHER,
        Types.OTHER,
        Types.INTEGER,
        Types.INTEGER,
        Types.INTEGER,
        Types.DOUBLE,
        Types.DOUBLE,
        Types.INTEGER,
        Types.DOUBLE,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.OTHER,
        Types.BOOLEAN,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.TIMESTAMP_WITH_TIMEZONE
    };

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AcquaintanceRows(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
    }

    /**
     * Until the transaction ends nobody else sums up in this workspace: whoever comes second reads
     * what the first has written.
     */
    public void lock(Viewer viewer) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('acquaintance ' || :workspace, 0))")
                .param("workspace", viewer.workspace().toString())
                .query(row -> {});
    }

    /** Members whose rows are complete, with the addresses by which they were summed up. */
    public Map<MemberId, String> complete(Viewer viewer) {
        Map<MemberId, String> complete = new HashMap<>();
        jdbc.sql(
                        "SELECT member_id, addresses FROM acquaintance_basis WHERE workspace_id = :workspace")
                .param("workspace", viewer.workspace().value())
                .query(row -> {
                    complete.put(
                            new MemberId(row.getObject("member_id", UUID.class)),
                            row.getString("addresses"));
                });
        return complete;
    }

    public void isComplete(Viewer viewer, MemberId member, String addresses) {
        jdbc.sql(
                        """
                        INSERT INTO acquaintance_basis (workspace_id, member_id, addresses)
                        VALUES (:workspace, :member, :addresses)
                        ON CONFLICT (workspace_id, member_id) DO UPDATE SET addresses = excluded.addresses
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", member.value())
                .param("addresses", addresses)
                .update();
    }

    public List<Acquaintance> of(Viewer viewer, MemberId member) {
        return jdbc.sql(
                        """
                        SELECT person_id, exchanges, from_them, days, events, watched, gaps, span, last_at, last_touch, last_ours,
                               true_from, true_until
                        FROM acquaintance WHERE workspace_id = :workspace AND member_id = :member
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", member.value())
                .query((row, _) -> read(row))
                .list();
    }

    /** By position: there are thousands of rows. */
    private static Acquaintance read(ResultSet row) throws SQLException {
        return new Acquaintance(
                new PersonId(row.getObject(1, UUID.class)),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                new Rhythm.Habit(
                        row.getDouble(5), row.getDouble(6), row.getInt(7), row.getDouble(8)),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                new TouchId(row.getObject(10, UUID.class)),
                row.getBoolean(11),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                row.getObject(13, OffsetDateTime.class).toInstant());
    }

    public void removeOf(Viewer viewer, MemberId member) {
        jdbc.sql("DELETE FROM acquaintance WHERE workspace_id = :workspace AND member_id = :member")
                .param("workspace", viewer.workspace().value())
                .param("member", member.value())
                .update();
    }

    public void removeWith(
            Viewer viewer, Collection<MemberId> members, Collection<PersonId> people) {
        jdbc.sql(
                        """
                        DELETE FROM acquaintance
                        WHERE workspace_id = :workspace AND member_id = ANY(:members) AND person_id = ANY(:people)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("members", members.stream().map(MemberId::value).toArray(UUID[]::new))
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    public void add(Viewer viewer, Map<MemberId, List<Acquaintance>> all) {
        List<Object[]> rows = new ArrayList<>();
        all.forEach(
                (member, theirs) -> theirs.forEach(one -> rows.add(written(viewer, member, one))));
        for (int i = 0; i < rows.size(); i += BATCH)
            batches.batchUpdate(
                    """
                    INSERT INTO acquaintance (workspace_id, member_id, person_id, exchanges, from_them, days, events, watched, gaps, span,
                                              last_at, last_touch, last_ours, true_from, true_until)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    rows.subList(i, Math.min(i + BATCH, rows.size())),
                    TYPES);
    }

    private static Object[] written(Viewer viewer, MemberId member, Acquaintance one) {
        return new Object[] {
            viewer.workspace().value(),
            member.value(),
            one.person().value(),
            one.exchanges(),
            one.fromThem(),
            one.days(),
            one.habit().events(),
            one.habit().days(),
            one.habit().gaps(),
            one.habit().span(),
            one.last().atOffset(ZoneOffset.UTC),
            one.lastTouch().value(),
            one.lastOurs(),
            one.from().atOffset(ZoneOffset.UTC),
            one.until().atOffset(ZoneOffset.UTC)
        };
    }
}
