package app.rapport.conversations.store;

import static app.rapport.conversations.store.Columns.Type.TEXT;
import static app.rapport.conversations.store.Columns.Type.TIME;
import static app.rapport.conversations.store.Columns.Type.UUID;

import app.rapport.conversations.model.ParsedMail;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How mails came here: into whose archive, by which import, under which ids. */
@Repository
public class MailTraces {
    private static final String OWNERS =
            """
            INSERT INTO touch_owner (workspace_id, member_id, touch_id, at)
            SELECT :workspace, r.* FROM {rows} AS r ON CONFLICT DO NOTHING
            """;
    private static final String IMPORTS =
            """
            INSERT INTO import_touch (workspace_id, import_id, touch_id, member_id)
            SELECT :workspace, r.* FROM {rows} AS r ON CONFLICT DO NOTHING
            """;
    private static final String IDS =
            """
            INSERT INTO message_id (workspace_id, message_id, touch_id)
            SELECT :workspace, r.* FROM {rows} AS r ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;

    MailTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param touches what each mail became; nothing for those that were set aside
     */
    public void remember(
            Viewer viewer,
            ImportId importId,
            List<ParsedMail> mails,
            List<Optional<TouchId>> touches) {
        var workspace = viewer.workspace().value();
        var member = viewer.member().value();
        Columns owners = new Columns(jdbc, workspace, OWNERS, UUID, UUID, TIME);
        Columns imports = new Columns(jdbc, workspace, IMPORTS, UUID, UUID, UUID);
        Columns ids = new Columns(jdbc, workspace, IDS, TEXT, UUID);
        for (int i = 0; i < mails.size(); i++) {
            if (touches.get(i).isEmpty()) continue;
            var touch = touches.get(i).get().value();
            var mail = mails.get(i).mail();
            owners.add(member, touch, mail.date().orElse(null));
            imports.add(importId.value(), touch, member);
            mail.messageId().ifPresent(id -> ids.add(id, touch));
        }
        owners.write();
        imports.write();
        ids.write();
    }
}
