package app.rapport.deals.store;

import app.rapport.database.PointedRows;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deals go along when companies become one; who is erased has no part in one any more. */
@Repository
class DealsOfPeople implements PersonRecords {
    private static final PointedRows COMPANIES =
            new PointedRows("deal", "account_id", "account_origin");
    private static final PointedRows PEOPLE =
            new PointedRows("deal_person", "person_id", "person_origin");

    private final JdbcClient jdbc;

    DealsOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static PointedRows of(RecordKind kind) {
        return kind == RecordKind.CONTACT ? PEOPLE : COMPANIES;
    }

    @Override
    public Set<String> columns() {
        return Stream.of(COMPANIES, PEOPLE)
                .flatMap(rows -> Stream.of(rows.name(), rows.originName()))
                .collect(Collectors.toSet());
    }

    @Override
    public void join(Viewer by, Joined joined) {
        of(joined.kind()).join(jdbc, by.workspace(), joined.from(), joined.into());
    }

    @Override
    public void part(Viewer by, Parted parted) {
        of(parted.kind())
                .part(jdbc, by.workspace(), parted.holders(), parted.back(), parted.members());
    }

    @Override
    public List<String> erase(Viewer by, Erased erased) {
        jdbc.sql(
                        "DELETE FROM deal_person WHERE workspace_id = :workspace AND (person_id = ANY(:people) OR person_origin = ANY(:people))")
                .param("workspace", by.workspace().value())
                .param("people", erased.people().toArray(UUID[]::new))
                .update();
        return List.of();
    }

    @Override
    public Map<String, Long> counts(Viewer by, Erased erased) {
        return Map.of("parts in deals", (long) facts(by, erased).size());
    }

    @Override
    public List<Fact> facts(Viewer by, Erased whole) {
        return jdbc.sql(
                        """
                        SELECT d.name, p.role, d.created_at FROM deal_person p
                        JOIN deal d ON d.workspace_id = p.workspace_id AND d.id = p.deal_id
                        WHERE p.workspace_id = :workspace AND p.person_id = ANY(:people) ORDER BY p.id
                        """)
                .param("workspace", by.workspace().value())
                .param("people", whole.people().toArray(UUID[]::new))
                .query((row, _) ->
                        new Fact(
                                "Deals",
                                "has a part as " + row.getString("role"),
                                row.getString("name"),
                                DealRows.moment(row, "created_at"),
                                "what people wrote"))
                .list();
    }
}
