package app.rapport.conversations.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose mail a mail is: who takes over becomes an owner beside the one who left. */
@Repository
public class OwnedTouches {
    private final JdbcClient jdbc;

    OwnedTouches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is private goes to nobody. The touches that are theirs from now on, and were not before.
     */
    public List<UUID> share(Viewer by, MemberId from, MemberId to) {
        return jdbc.sql(
                        """
                        INSERT INTO touch_owner (workspace_id, member_id, touch_id, at, spoken)
                        SELECT o.workspace_id, :to, o.touch_id, o.at, o.spoken FROM touch_owner o
                        JOIN touch t ON t.workspace_id = o.workspace_id AND t.id = o.touch_id
                        WHERE o.workspace_id = :workspace AND o.member_id = :from AND NOT t.private
                        ON CONFLICT DO NOTHING
                        RETURNING touch_id
                        """)
                .param("workspace", by.workspace().value())
                .param("from", from.value())
                .param("to", to.value())
                .query(UUID.class)
                .list();
    }

    public void unshare(Viewer by, MemberId member, List<UUID> touches) {
        jdbc.sql(
                        """
                        DELETE FROM touch_owner
                        WHERE workspace_id = :workspace AND member_id = :member AND touch_id = ANY(:touches)
                        """)
                .param("workspace", by.workspace().value())
                .param("member", member.value())
                .param("touches", touches.toArray(UUID[]::new))
                .update();
    }
}
