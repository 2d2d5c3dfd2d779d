package app.rapport.experience.store;

import app.rapport.experience.model.Correction;
import app.rapport.experience.model.Mark;
import app.rapport.experience.model.Mark.Feeling;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.ExperienceEntry.Key;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What people say of how it was, and which entries they say are wrong. */
@Repository
public class MarkRows {
    private static final String MARKS =
            """
            SELECT k.id, k.person_id, k.feeling, k.words, k.at, m.name FROM experience_mark k
            JOIN member m ON m.workspace_id = k.workspace_id AND m.id = k.member_id
            WHERE k.workspace_id = :workspace AND k.known_at <= :at AND (k.taken_back_at IS NULL OR k.taken_back_at > :at)
            """;

    private final JdbcClient jdbc;

    MarkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<PersonId, List<Mark>> ofPeople(
            Viewer viewer, Collection<PersonId> people, Instant at) {
        Map<PersonId, List<Mark>> marks = new HashMap<>();
        asked(viewer, MARKS + " AND k.person_id = ANY(:people) ORDER BY k.at DESC LIMIT 2000", at)
                .param("people", ids(people))
                .query(row -> {
                    marks.computeIfAbsent(
                                    new PersonId(row.getObject("person_id", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(mark(row));
                });
        return marks;
    }

    /** Those of a company as a whole. */
    public List<Mark> ofAccount(Viewer viewer, AccountId account, Instant at) {
        return asked(
                        viewer,
                        MARKS + " AND k.account_id = :account ORDER BY k.at DESC LIMIT 200",
                        at)
                .param("account", account.value())
                .query((row, _) -> mark(row))
                .list();
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                row.getObject("id", UUID.class),
                Feeling.of(row.getString("feeling")).orElseThrow(),
                row.getString("words"),
                row.getString("name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** One of the two is whose experience it is. */
    public void add(
            Viewer viewer,
            Optional<PersonId> person,
            Optional<AccountId> account,
            Mark mark,
            Optional<UUID> point,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO experience_mark (workspace_id, id, person_id, account_id, feeling, words, at, point_id, member_id, known_at)
                        VALUES (:workspace, :id, :person, :account, :feeling, :words, :at, :point, :member, :now)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", mark.id())
                .param("person", person.map(PersonId::value).orElse(null))
                .param("account", account.map(AccountId::value).orElse(null))
                .param("feeling", mark.feeling().word())
                .param("words", mark.words())
                .param("at", utc(mark.at()))
                .param("point", point.orElse(null))
                .param("member", viewer.member().value())
                .param("now", utc(now))
                .update();
    }

    /**
     * @param of whose it is, a person or a company
     */
    public boolean takeBack(Viewer viewer, UUID of, UUID mark, Instant at) {
        return asked(
                                viewer,
                                """
                                UPDATE experience_mark SET taken_back_at = :at
                                WHERE workspace_id = :workspace AND id = :id AND :of IN (person_id, account_id) AND taken_back_at IS NULL
                                """,
                                at)
                        .param("id", mark)
                        .param("of", of)
                        .update()
                == 1;
    }

    /** Of entries of these people, as they stood at that moment. */
    public Map<Key, Correction> corrections(
            Viewer viewer, Collection<PersonId> people, Instant at) {
        Map<Key, Correction> wrong = new HashMap<>();
        asked(
                        viewer,
                        """
                        SELECT c.id, c.source, c.entry, c.words, c.at, m.name FROM experience_correction c
                        JOIN member m ON m.workspace_id = c.workspace_id AND m.id = c.member_id
                        WHERE c.workspace_id = :workspace AND c.person_id = ANY(:people) AND c.at <= :at
                          AND (c.taken_back_at IS NULL OR c.taken_back_at > :at)
                        ORDER BY c.at
                        """,
                        at)
                .param("people", ids(people))
                .query(row -> {
                    Key key = new Key(row.getString("source"), row.getString("entry"));
                    wrong.put(
                            key,
                            new Correction(
                                    row.getObject("id", UUID.class),
                                    key,
                                    row.getString("words"),
                                    row.getString("name"),
                                    row.getObject("at", OffsetDateTime.class).toInstant()));
                });
        return wrong;
    }

    public void correct(Viewer viewer, PersonId person, Correction correction) {
        jdbc.sql(
                        """
                        INSERT INTO experience_correction (workspace_id, id, person_id, source, entry, words, member_id, at)
                        VALUES (:workspace, :id, :person, :source, :entry, :words, :member, :at)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", correction.id())
                .param("person", person.value())
                .param("source", correction.entry().source())
                .param("entry", correction.entry().name())
                .param("words", correction.words())
                .param("member", viewer.member().value())
                .param("at", utc(correction.at()))
                .update();
    }

    public boolean countAgain(Viewer viewer, PersonId person, Key entry, Instant at) {
        return asked(
                                viewer,
                                """
                                UPDATE experience_correction SET taken_back_at = :at
                                WHERE workspace_id = :workspace AND person_id = :person AND source = :source AND entry = :entry AND taken_back_at IS NULL
                                """,
                                at)
                        .param("person", person.value())
                        .param("source", entry.source())
                        .param("entry", entry.name())
                        .update()
                > 0;
    }

    private StatementSpec asked(Viewer viewer, String sql, Instant at) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value()).param("at", utc(at));
    }

    static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
