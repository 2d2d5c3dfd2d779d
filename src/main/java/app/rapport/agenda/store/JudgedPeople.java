package app.rapport.agenda.store;

import app.rapport.database.PointedRows;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was decided about a person holds for the one they became. Names of signals may name the
 * person too: they follow.
 */
@Repository
class JudgedPeople implements PersonRecords {
    private static final PointedRows JUDGEMENTS =
            new PointedRows("judgement", "person_id", "person_origin");

    private final JdbcClient jdbc;

    JudgedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return JUDGEMENTS.names().collect(Collectors.toSet());
    }

    @Override
    public void join(Viewer by, Joined joined) {
        if (joined.kind() != RecordKind.CONTACT) return;
        JUDGEMENTS.join(jdbc, by.workspace(), joined.from(), joined.into());
        rename(by, joined.into(), joined.from(), List.of());
    }

    @Override
    public void part(Viewer by, Parted parted) {
        if (parted.kind() != RecordKind.CONTACT) return;
        rename(by, parted.back(), parted.holder(), parted.members());
        JUDGEMENTS.part(jdbc, by.workspace(), parted.holders(), parted.back(), parted.members());
    }

    /**
     * @param of whom the judgements were about at first; all of the person's where it is empty
     */
    private void rename(Viewer by, UUID to, UUID from, Collection<UUID> of) {
        jdbc.sql(
                        """
                        UPDATE judgement SET name = replace(name, :from, :to)
                        WHERE workspace_id = :workspace AND person_id IN (:from::uuid, :to::uuid) AND position(:from in name) > 0
                          AND (cardinality(:of::uuid[]) = 0 OR person_origin = ANY(:of))
                        """)
                .param("from", from.toString())
                .param("to", to.toString())
                .param("of", of.toArray(UUID[]::new))
                .param("workspace", by.workspace().value())
                .update();
    }

    @Override
    public Map<String, Long> counts(Viewer by, Erased erased) {
        return Map.of("Decisions in Today", (long) facts(by, erased).size());
    }

    @Override
    public List<String> erase(Viewer by, Erased erased) {
        JUDGEMENTS.erase(jdbc, by.workspace(), erased.people());
        return List.of();
    }

    @Override
    public List<Fact> facts(Viewer by, Erased whole) {
        return jdbc.sql(
                        """
                        SELECT j.verdict, coalesce(j.reason, '') AS reason, j.at, m.name FROM judgement j
                        JOIN member m ON m.workspace_id = j.workspace_id AND m.id = j.member_id
                        WHERE j.workspace_id = :workspace AND j.person_id = ANY(:people) ORDER BY j.at DESC
                        """)
                .param("workspace", by.workspace().value())
                .param("people", whole.people().toArray(UUID[]::new))
                .query((row, _) ->
                        new Fact(
                                "Today",
                                row.getString("verdict"),
                                row.getString("reason"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                "decided by " + row.getString("name")))
                .list();
    }
}
