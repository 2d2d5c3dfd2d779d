package app.rapport.people.store;

import app.rapport.kernel.Viewer;
import app.rapport.people.SavedView;
import app.rapport.people.model.PeopleQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Saved views and chosen columns; only whose they are can change them. */
@Repository
public class ViewRows {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    ViewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private StatementSpec sql(Viewer viewer, String sql) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value());
    }

    public List<SavedView> all(Viewer viewer) {
        return sql(
                        viewer,
                        """
                        SELECT id, name, query, shared, member_id = :member AS own FROM saved_view
                        WHERE workspace_id = :workspace AND deleted_at IS NULL AND (member_id = :member OR shared)
                        ORDER BY lower(name), id
                        LIMIT :most
                        """)
                .param("most", MOST)
                .query((row, _) -> view(row))
                .list();
    }

    private static SavedView view(ResultSet row) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                PeopleQuery.read(row.getString("query")),
                row.getBoolean("shared"),
                row.getBoolean("own"));
    }

    public void add(Viewer viewer, SavedView view, Instant at) {
        sql(
                        viewer,
                        """
                        INSERT INTO saved_view (workspace_id, id, member_id, name, query, shared, created_at)
                        VALUES (:workspace, :id, :member, :name, :query, :shared, :at)
                        """)
                .param("id", view.id())
                .param("name", view.name())
                .param("query", view.query().text())
                .param("shared", view.shared())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The view of that name is put away at the moment at which the new one is made. */
    public void giveWay(Viewer viewer, String name, Instant at) {
        sql(
                        viewer,
                        """
                        UPDATE saved_view SET deleted_at = :at
                        WHERE workspace_id = :workspace AND member_id = :member AND lower(name) = lower(:name) AND deleted_at IS NULL
                        """)
                .param("name", name)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** For good; the one that gave way to it stands again. */
    public boolean takeAway(Viewer viewer, UUID id) {
        return sql(
                        viewer,
                        """
                        DELETE FROM saved_view
                        WHERE workspace_id = :workspace AND id = :id AND member_id = :member AND deleted_at IS NULL
                        RETURNING name, created_at
                        """)
                .param("id", id)
                .query((row, _) -> {
                    return sql(
                                    viewer,
                                    """
                                    UPDATE saved_view SET deleted_at = NULL
                                    WHERE workspace_id = :workspace AND member_id = :member
                                      AND lower(name) = lower(:name) AND deleted_at = :at
                                    """)
                            .param("name", row.getString("name"))
                            .param(
                                    "at",
                                    row.getObject("created_at", java.time.OffsetDateTime.class))
                            .update();
                })
                .optional()
                .isPresent();
    }

    public boolean nameTaken(Viewer viewer, UUID but, String name) {
        return sql(
                        viewer,
                        """
                        SELECT EXISTS (SELECT FROM saved_view
                          WHERE workspace_id = :workspace AND member_id = :member AND lower(name) = lower(:name)
                            AND id <> :but AND deleted_at IS NULL)
                        """)
                .param("name", name)
                .param("but", but)
                .query(Boolean.class)
                .single();
    }

    public boolean change(Viewer viewer, UUID id, String name, boolean shared) {
        return sql(
                                viewer,
                                """
                                UPDATE saved_view SET name = :name, shared = :shared
                                WHERE workspace_id = :workspace AND id = :id AND member_id = :member AND deleted_at IS NULL
                                """)
                        .param("id", id)
                        .param("name", name)
                        .param("shared", shared)
                        .update()
                == 1;
    }

    public boolean delete(Viewer viewer, UUID id, Instant at) {
        return sql(
                                viewer,
                                """
                                UPDATE saved_view SET deleted_at = :at
                                WHERE workspace_id = :workspace AND id = :id AND member_id = :member AND deleted_at IS NULL
                                """)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<String> deletedName(Viewer viewer, UUID id) {
        return sql(
                        viewer,
                        """
                        SELECT name FROM saved_view
                        WHERE workspace_id = :workspace AND id = :id AND member_id = :member AND deleted_at IS NOT NULL
                        """)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    public boolean restore(Viewer viewer, UUID id) {
        return sql(
                                viewer,
                                """
                                UPDATE saved_view SET deleted_at = NULL
                                WHERE workspace_id = :workspace AND id = :id AND member_id = :member AND deleted_at IS NOT NULL
                                """)
                        .param("id", id)
                        .update()
                == 1;
    }

    public List<String> columns(Viewer viewer) {
        return sql(
                        viewer,
                        "SELECT columns FROM chosen_columns WHERE workspace_id = :workspace AND member_id = :member")
                .query((row, _) -> List.of((String[]) row.getArray(1).getArray()))
                .optional()
                .orElse(List.of());
    }

    public void choose(Viewer viewer, List<String> columns) {
        sql(
                        viewer,
                        """
                        INSERT INTO chosen_columns (workspace_id, member_id, columns) VALUES (:workspace, :member, :columns)
                        ON CONFLICT (workspace_id, member_id) DO UPDATE SET columns = excluded.columns
                        """)
                .param("columns", columns.toArray(String[]::new))
                .update();
    }
}
