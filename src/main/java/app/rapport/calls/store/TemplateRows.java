package app.rapport.calls.store;

import app.rapport.calls.model.PlanText;
import app.rapport.calls.model.TalkTemplate;
import app.rapport.conversations.Channel;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What workspaces made of the kinds of talk. */
@Repository
public class TemplateRows {
    private final JdbcClient jdbc;

    TemplateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<TalkTemplate> all(Viewer viewer) {
        return jdbc.sql(
                        """
                        SELECT key, name, channel, minutes, aim, questions, bring FROM talk_template
                        WHERE workspace_id = :workspace ORDER BY name, key LIMIT 200
                        """)
                .param("workspace", viewer.workspace().value())
                .query((row, _) ->
                        new TalkTemplate(
                                row.getString("key"),
                                row.getString("name"),
                                Channel.of(row.getString("channel")),
                                row.getInt("minutes"),
                                new PlanText(
                                        row.getString("aim"),
                                        row.getString("questions"),
                                        row.getString("bring"),
                                        "",
                                        ""),
                                false))
                .list();
    }

    public void put(Viewer viewer, TalkTemplate template, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO talk_template (workspace_id, key, name, channel, minutes, aim, questions, bring, changed_by, changed_at)
                        VALUES (:workspace, :key, :name, :channel, :minutes, :aim, :questions, :bring, :member, :now)
                        ON CONFLICT (workspace_id, key) DO UPDATE
                        SET name = excluded.name, channel = excluded.channel, minutes = excluded.minutes, aim = excluded.aim,
                            questions = excluded.questions, bring = excluded.bring, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("workspace", viewer.workspace().value())
                .param("key", template.key())
                .param("name", template.name())
                .param("channel", template.channel().word())
                .param("minutes", template.minutes())
                .param("aim", template.words().aim())
                .param("questions", template.words().questions())
                .param("bring", template.words().bring())
                .param("member", viewer.member().value())
                .param("now", TalkPlanRows.utc(now))
                .update();
    }

    public boolean remove(Viewer viewer, String key) {
        return jdbc.sql("DELETE FROM talk_template WHERE workspace_id = :workspace AND key = :key")
                        .param("workspace", viewer.workspace().value())
                        .param("key", key)
                        .update()
                == 1;
    }
}
