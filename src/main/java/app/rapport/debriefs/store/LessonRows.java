package app.rapport.debriefs.store;

import app.rapport.debriefs.model.Lesson;
import app.rapport.debriefs.model.Lesson.About;
import app.rapport.debriefs.model.Lesson.Company;
import app.rapport.debriefs.model.Lesson.Person;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What was learned. What a member keeps to themselves nobody else reads: each statement asks. */
@Repository
public class LessonRows {
    private static final String READ =
            """
            SELECT l.* FROM debrief_lesson l
            WHERE l.workspace_id = :workspace AND l.removed_at IS NULL AND (l.only_member IS NULL OR l.only_member = :member)
            """;
    private static final int SHOWN = 20;

    private final JdbcClient jdbc;

    LessonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value());
    }

    /** Of one negotiation, oldest first; whoever calls has asked for the team. */
    public List<Lesson> of(Viewer viewer, NegotiationId id) {
        return asked(viewer, READ + " AND l.negotiation_id = :id ORDER BY l.at, l.id")
                .param("id", id.value())
                .query((row, _) -> lesson(row))
                .list();
    }

    /** Of these people and this company at other tables, newest first. */
    public List<Lesson> about(
            Viewer viewer,
            Collection<PersonId> people,
            Optional<AccountId> account,
            NegotiationId besides) {
        return asked(
                        viewer,
                        READ
                                + " AND (l.person_id = ANY(:people) OR l.account_id = :account) AND l.negotiation_id <> :besides ORDER BY l.at DESC, l.id LIMIT :most")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("account", account.map(AccountId::value).orElse(null), Types.OTHER)
                .param("besides", besides.value())
                .param("most", SHOWN)
                .query((row, _) -> lesson(row))
                .list();
    }

    public void add(Viewer viewer, Lesson lesson) {
        asked(
                        viewer,
                        """
                        INSERT INTO debrief_lesson (workspace_id, id, negotiation_id, person_id, account_id, words, only_member, at, member_id)
                        VALUES (:workspace, :id, :negotiation, :person, :account, :words, :only, :at, :member)
                        """)
                .param("id", lesson.id())
                .param("negotiation", lesson.negotiation())
                .param(
                        "person",
                        lesson.about()
                                .map(LessonRows::person)
                                .orElse(Optional.empty())
                                .orElse(null),
                        Types.OTHER)
                .param(
                        "account",
                        lesson.about()
                                .map(LessonRows::company)
                                .orElse(Optional.empty())
                                .orElse(null),
                        Types.OTHER)
                .param("words", lesson.words())
                .param("only", lesson.only().map(MemberId::value).orElse(null), Types.OTHER)
                .param("at", DebriefRows.utc(lesson.at()))
                .update();
    }

    private static Optional<UUID> person(About about) {
        return about instanceof Person one ? Optional.of(one.id().value()) : Optional.empty();
    }

    private static Optional<UUID> company(About about) {
        return about instanceof Company one ? Optional.of(one.id().value()) : Optional.empty();
    }

    /** Whether it was there, or gone, and is not any more. */
    public boolean remove(Viewer viewer, NegotiationId id, UUID lesson, Optional<Instant> removed) {
        return asked(
                                viewer,
                                """
                                UPDATE debrief_lesson SET removed_at = :removed
                                WHERE workspace_id = :workspace AND negotiation_id = :id AND id = :lesson
                                  AND (only_member IS NULL OR only_member = :member) AND (removed_at IS NULL) = (:removed::timestamptz IS NOT NULL)
                                """)
                        .param("id", id.value())
                        .param("lesson", lesson)
                        .param(
                                "removed",
                                removed.map(DebriefRows::utc).orElse(null),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    /** Shows what its member learned of themselves to the team, or not any more. */
    public boolean share(Viewer viewer, NegotiationId id, UUID lesson, boolean shared) {
        return asked(
                                viewer,
                                """
                                UPDATE debrief_lesson SET only_member = CASE WHEN :shared THEN NULL ELSE member_id END
                                WHERE workspace_id = :workspace AND negotiation_id = :id AND id = :lesson
                                  AND member_id = :member AND person_id IS NULL AND account_id IS NULL
                                """)
                        .param("id", id.value())
                        .param("lesson", lesson)
                        .param("shared", shared)
                        .update()
                == 1;
    }

    private static Lesson lesson(ResultSet row) throws SQLException {
        Optional<About> person =
                Optional.ofNullable(row.getObject("person_id", UUID.class))
                        .map(id -> new Person(new PersonId(id)));
        Optional<About> company =
                Optional.ofNullable(row.getObject("account_id", UUID.class))
                        .map(id -> new Company(new AccountId(id)));
        return new Lesson(
                row.getObject("id", UUID.class),
                row.getObject("negotiation_id", UUID.class),
                person.or(() -> company),
                row.getString("words"),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("only_member", UUID.class)).map(MemberId::new));
    }
}
