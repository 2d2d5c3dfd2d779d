package app.rapport.conversations.store;

import app.rapport.conversations.DraftFile;
import app.rapport.kernel.Viewer;
import app.rapport.post.Letter;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that go with mails being written; as the drafts, each is its writer's alone. */
@Repository
public class DraftFiles {
    private static final String OF_DRAFT =
            """
            FROM draft_file f
            JOIN mail_draft d ON d.workspace_id = f.workspace_id AND d.id = f.draft_id
            WHERE f.workspace_id = :workspace AND f.draft_id = :draft AND d.member_id = :member
            """;

    private final JdbcClient jdbc;

    DraftFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec asked(String sql, Viewer viewer, UUID draft) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("draft", draft);
    }

    public List<DraftFile> of(Viewer viewer, UUID draft) {
        return asked(
                        "SELECT f.position, f.name, length(f.bytes) AS size "
                                + OF_DRAFT
                                + "ORDER BY f.position",
                        viewer,
                        draft)
                .query((row, _) ->
                        new DraftFile(
                                row.getInt("position"), row.getString("name"), row.getLong("size")))
                .list();
    }

    /** With what is in them. */
    public List<Letter.Attached> whole(Viewer viewer, UUID draft) {
        return asked(
                        "SELECT f.name, f.media_type, f.bytes " + OF_DRAFT + "ORDER BY f.position",
                        viewer,
                        draft)
                .query((row, _) ->
                        new Letter.Attached(
                                row.getString("name"),
                                row.getString("media_type"),
                                row.getBytes("bytes")))
                .list();
    }

    /** Nothing is added to a draft of somebody else, or one that was sent. */
    public void add(Viewer viewer, UUID draft, Letter.Attached file) {
        asked(
                        """
                        INSERT INTO draft_file (workspace_id, draft_id, position, name, media_type, bytes)
                        SELECT d.workspace_id, d.id, 1 + coalesce((SELECT max(f.position) FROM draft_file f
                                                                   WHERE f.workspace_id = d.workspace_id AND f.draft_id = d.id), 0),
                               :name, :type, :bytes
                        FROM mail_draft d
                        WHERE d.workspace_id = :workspace AND d.id = :draft AND d.member_id = :member AND d.outgoing_id IS NULL
                        """,
                        viewer,
                        draft)
                .param("name", StoredText.clean(file.name()))
                .param("type", StoredText.clean(file.mediaType()))
                .param("bytes", file.content())
                .update();
    }

    public void remove(Viewer viewer, UUID draft, int position) {
        asked(
                        """
                        DELETE FROM draft_file f USING mail_draft d
                        WHERE f.workspace_id = :workspace AND f.draft_id = :draft AND f.position = :position
                          AND d.workspace_id = f.workspace_id AND d.id = f.draft_id AND d.member_id = :member AND d.outgoing_id IS NULL
                        """,
                        viewer,
                        draft)
                .param("position", position)
                .update();
    }
}
