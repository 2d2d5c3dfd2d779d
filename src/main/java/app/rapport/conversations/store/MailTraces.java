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
        own(viewer, mails, touches);
        var member = viewer.member().value();
        Columns imports = new Columns(jdbc, viewer.workspace().value(), IMPORTS, UUID, UUID, UUID);
        for (Optional<TouchId> touch : touches)
            touch.ifPresent(id -> imports.add(importId.value(), id.value(), member));
        imports.write();
    }

    /** As {@link #remember}, of mails that no import brought. */
    public void own(Viewer viewer, List<ParsedMail> mails, List<Optional<TouchId>> touches) {
        var workspace = viewer.workspace().value();
        Columns owners = new Columns(jdbc, workspace, OWNERS, UUID, UUID, TIME);
        Columns ids = new Columns(jdbc, workspace, IDS, TEXT, UUID);
        for (int i = 0; i < mails.size(); i++) {
            if (touches.get(i).isEmpty()) continue;
            var touch = touches.get(i).get().value();
            var mail = mails.get(i).mail();
            owners.add(viewer.member().value(), touch, mail.date().orElse(null));
            mail.messageId().ifPresent(id -> ids.add(id, touch));
        }
        owners.write();
        ids.write();
    }
}
