package app.rapport.conversations.store;

import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Mails that lay among spam or drafts and were seen elsewhere since: they are touches after all.
 */
@Repository
public class RescuedMails {
    private final JdbcClient jdbc;

    RescuedMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void areTouches(Viewer viewer, List<TouchId> mails) {
        if (mails.isEmpty()) return;
        jdbc.sql(
                        """
                        UPDATE touch SET is_touch = true
                        WHERE workspace_id = :workspace AND id = ANY(:ids) AND NOT is_touch
                        """)
                .param("workspace", viewer.workspace().value())
                .param("ids", mails.stream().map(TouchId::value).toArray(UUID[]::new))
                .update();
    }
}
