package app.rapport.mirror.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.mirror.model.Often;
import app.rapport.mirror.model.Question;
import app.rapport.mirror.model.Reply;
import app.rapport.mirror.model.Step;
import app.rapport.mirror.model.Walked;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What members say of themselves, and whether others may see it. Nothing is ever overwritten. */
@Repository
public class MirrorRows {
    private final JdbcClient jdbc;

    MirrorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that was ever replied, in the order of time. */
    public List<Reply> replies(Viewer viewer, MemberId member) {
        List<Reply> replies = new ArrayList<>();
        of(
                        viewer,
                        member,
                        """
                        SELECT question, answer, at FROM mirror_answer
                        WHERE workspace_id = :workspace AND member_id = :member ORDER BY id
                        """)
                .query(row -> {
                    Optional<Often> often = Often.of(row.getString("answer"));
                    Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
                    Question.of(row.getString("question"))
                            .ifPresent(question -> replies.add(new Reply(question, often, at)));
                });
        return replies;
    }

    public void reply(Viewer viewer, Reply reply) {
        of(
                        viewer,
                        viewer.member(),
                        """
                        INSERT INTO mirror_answer (workspace_id, id, member_id, question, answer, at)
                        VALUES (:workspace, :id, :member, :question, :answer, :at)
                        """)
                .param("id", Uuid7.next())
                .param("question", reply.question().key())
                .param("answer", reply.often().map(Often::key).orElse(Often.LEFT_OUT))
                .param("at", reply.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What stands of each step. */
    public Map<Step, Walked> walked(Viewer viewer, MemberId member) {
        Map<Step, Walked> walked = new EnumMap<>(Step.class);
        of(
                        viewer,
                        member,
                        """
                        SELECT DISTINCT ON (step) step, fine, words, at FROM mirror_walk
                        WHERE workspace_id = :workspace AND member_id = :member ORDER BY step, id DESC
                        """)
                .query(row -> {
                    Walked one =
                            new Walked(
                                    row.getBoolean("fine"),
                                    row.getString("words"),
                                    row.getObject("at", OffsetDateTime.class).toInstant());
                    Step.of(row.getString("step")).ifPresent(step -> walked.put(step, one));
                });
        return walked;
    }

    public void walk(Viewer viewer, Step step, Walked walked) {
        of(
                        viewer,
                        viewer.member(),
                        """
                        INSERT INTO mirror_walk (workspace_id, id, member_id, step, fine, words, at)
                        VALUES (:workspace, :id, :member, :step, :fine, :words, :at)
                        """)
                .param("id", Uuid7.next())
                .param("step", step.key())
                .param("fine", walked.fine())
                .param("words", walked.words())
                .param("at", walked.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who lets the others see theirs, and works here still. */
    public List<MemberId> shared(Viewer viewer) {
        List<MemberId> shared = new ArrayList<>();
        jdbc.sql(
                        """
                        SELECT s.member_id FROM mirror_share s
                        JOIN member m ON m.workspace_id = s.workspace_id AND m.id = s.member_id AND m.left_at IS NULL
                        WHERE s.workspace_id = :workspace ORDER BY m.name, m.id
                        """)
                .param("workspace", viewer.workspace().value())
                .query(row -> {
                    shared.add(new MemberId(row.getObject("member_id", UUID.class)));
                });
        return shared;
    }

    /** False where it was so before. */
    public boolean share(Viewer viewer, Instant at) {
        return of(
                                viewer,
                                viewer.member(),
                                """
                                INSERT INTO mirror_share (workspace_id, member_id, at) VALUES (:workspace, :member, :at) ON CONFLICT DO NOTHING
                                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public boolean keep(Viewer viewer) {
        return of(
                                viewer,
                                viewer.member(),
                                "DELETE FROM mirror_share WHERE workspace_id = :workspace AND member_id = :member")
                        .update()
                == 1;
    }

    private StatementSpec of(Viewer viewer, MemberId member, String sql) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", member.value());
    }
}
