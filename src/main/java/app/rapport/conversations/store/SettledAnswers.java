package app.rapport.conversations.store;

import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What one mail of the member's own settles, without walking the whole archive: the same rows come
 * out as by the walk, since a mail changes no judgement of an earlier one.
 */
@Repository
public class SettledAnswers {
    private final JdbcClient jdbc;

    SettledAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * As {@code AnswerWalk}: in the same thread or under the same subject, from who is written to.
     */
    public void by(Viewer viewer, TouchId sent) {
        jdbc.sql(
                        """
                        UPDATE answer_owed o SET settled_at = sent.at, settled_by = sent.id
                        FROM touch sent, touch waiting
                        WHERE sent.workspace_id = :workspace AND sent.id = :sent
                          AND o.workspace_id = :workspace AND o.member_id = :member AND o.settled_at IS NULL AND o.at < sent.at
                          AND waiting.workspace_id = o.workspace_id AND waiting.id = o.touch_id
                          AND (waiting.thread_id = sent.thread_id OR waiting.subject_key <> '' AND waiting.subject_key = sent.subject_key)
                          AND waiting.from_key IN (
                            SELECT p.address_key FROM touch_party p
                            WHERE p.workspace_id = :workspace AND p.touch_id = :sent AND p.role IN ('to', 'cc', 'bcc'))
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("sent", sent.value())
                .update();
    }
}
