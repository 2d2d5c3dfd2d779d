package app.rapport.balance.store;

import app.rapport.balance.model.Given;
import app.rapport.balance.model.Wrong;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What was recorded by hand, and which entries people say are wrong. */
@Repository
public class GivenRows {
    private final JdbcClient jdbc;

    GivenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it stood at that moment. */
    public Map<PersonId, List<Given>> with(
            Viewer viewer, Collection<PersonId> people, Instant from, Instant at) {
        Map<PersonId, List<Given>> given = new HashMap<>();
        asked(
                        viewer,
                        """
                        SELECT g.id, g.person_id, g.side, g.kind, g.words, g.at, m.name FROM balance_given g
                        JOIN member m ON m.workspace_id = g.workspace_id AND m.id = g.member_id
                        WHERE g.workspace_id = :workspace AND g.person_id = ANY(:people) AND g.at > :from AND g.known_at <= :at
                          AND (g.taken_back_at IS NULL OR g.taken_back_at > :at)
                        ORDER BY g.at DESC LIMIT 2000
                        """,
                        at)
                .param("people", ids(people))
                .param("from", utc(from))
                .query(row -> {
                    given.computeIfAbsent(
                                    new PersonId(row.getObject("person_id", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(
                                    new Given(
                                            row.getObject("id", UUID.class),
                                            Given.Kind.of(row.getString("kind")).orElseThrow(),
                                            row.getString("side").equals("ours"),
                                            row.getString("words"),
                                            row.getString("name"),
                                            row.getObject("at", OffsetDateTime.class).toInstant()));
                });
        return given;
    }

    public void add(Viewer viewer, PersonId person, Given given, Instant now) {
        asked(
                        viewer,
                        """
                        INSERT INTO balance_given (workspace_id, id, person_id, side, kind, words, at, member_id, known_at)
                        VALUES (:workspace, :id, :person, :side, :kind, :words, :given, :member, :at)
                        """,
                        now)
                .param("id", given.id())
                .param("person", person.value())
                .param("side", given.ours() ? "ours" : "theirs")
                .param("kind", given.kind().key())
                .param("words", given.words())
                .param("given", utc(given.at()))
                .param("member", viewer.member().value())
                .update();
    }

    public boolean takeBack(Viewer viewer, PersonId person, UUID id, Instant at) {
        return asked(
                                viewer,
                                """
                                UPDATE balance_given SET taken_back_at = :at
                                WHERE workspace_id = :workspace AND id = :id AND person_id = :person AND taken_back_at IS NULL
                                """,
                                at)
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /** By entry, as it stood at that moment. */
    public Map<PersonId, Map<String, Wrong>> wrong(
            Viewer viewer, Collection<PersonId> people, Instant at) {
        Map<PersonId, Map<String, Wrong>> wrong = new HashMap<>();
        asked(
                        viewer,
                        """
                        SELECT w.person_id, w.entry, w.words, m.name FROM balance_wrong w
                        JOIN member m ON m.workspace_id = w.workspace_id AND m.id = w.member_id
                        WHERE w.workspace_id = :workspace AND w.person_id = ANY(:people) AND w.at <= :at
                          AND (w.taken_back_at IS NULL OR w.taken_back_at > :at)
                        ORDER BY w.at
                        """,
                        at)
                .param("people", ids(people))
                .query(row -> {
                    String entry = row.getString("entry");
                    wrong.computeIfAbsent(
                                    new PersonId(row.getObject("person_id", UUID.class)),
                                    _ -> new HashMap<>())
                            .put(
                                    entry,
                                    new Wrong(
                                            entry, row.getString("words"), row.getString("name")));
                });
        return wrong;
    }

    public void addWrong(
            Viewer viewer, PersonId person, UUID id, String entry, String words, Instant at) {
        asked(
                        viewer,
                        """
                        INSERT INTO balance_wrong (workspace_id, id, person_id, entry, words, member_id, at)
                        VALUES (:workspace, :id, :person, :entry, :words, :member, :at)
                        """,
                        at)
                .param("id", id)
                .param("person", person.value())
                .param("entry", entry)
                .param("words", words)
                .param("member", viewer.member().value())
                .update();
    }

    public boolean countAgain(Viewer viewer, PersonId person, String entry, Instant at) {
        return asked(
                                viewer,
                                """
                                UPDATE balance_wrong SET taken_back_at = :at
                                WHERE workspace_id = :workspace AND person_id = :person AND entry = :entry AND taken_back_at IS NULL
                                """,
                                at)
                        .param("person", person.value())
                        .param("entry", entry)
                        .update()
                > 0;
    }

    private StatementSpec asked(Viewer viewer, String sql, Instant at) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value()).param("at", utc(at));
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
