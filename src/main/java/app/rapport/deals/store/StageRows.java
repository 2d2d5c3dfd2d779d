package app.rapport.deals.store;

import app.rapport.deals.Stage;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stages of a workspace. */
@Repository
public class StageRows {
    private final JdbcClient jdbc;

    StageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In the order of the board; those of the program where the workspace has none written down.
     */
    public List<Stage> all(Viewer viewer) {
        List<Stage> own =
                jdbc.sql(
                                "SELECT id, name, kind, position FROM deal_stage WHERE workspace_id = :workspace ORDER BY position, id")
                        .param("workspace", viewer.workspace().value())
                        .query((row, _) ->
                                new Stage(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        Stage.Kind.valueOf(
                                                row.getString("kind").toUpperCase(Locale.ROOT)),
                                        row.getInt("position")))
                        .list();
        return own.isEmpty() ? Stage.USUAL : own;
    }

    /** Writes the usual ones down where there are none, so that deals can point at them. */
    public void settle(Viewer viewer) {
        if (!isSettled(viewer)) put(viewer, Stage.USUAL, Optional.empty());
    }

    /** Whether it has some of its own. */
    public boolean isSettled(Viewer viewer) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM deal_stage WHERE workspace_id = :workspace)")
                .param("workspace", viewer.workspace().value())
                .query(Boolean.class)
                .single();
    }

    /** Adds stages, or changes those of the same id. */
    public void put(Viewer viewer, Collection<Stage> stages, Optional<ImportId> importId) {
        for (Stage stage : stages)
            jdbc.sql(
                            """
                            INSERT INTO deal_stage (workspace_id, id, name, kind, position, import_id)
                            VALUES (:workspace, :id, :name, :kind, :position, :import)
                            ON CONFLICT (workspace_id, id) DO UPDATE SET name = excluded.name, kind = excluded.kind, position = excluded.position, import_id = excluded.import_id
                            """)
                    .param("workspace", viewer.workspace().value())
                    .param("id", stage.id())
                    .param("name", stage.name())
                    .param("kind", stage.kind().word())
                    .param("position", stage.position())
                    .param("import", importId.map(ImportId::value).orElse(null))
                    .update();
    }

    /** How many deals stand in it, whoever sees them and also in the bin. */
    public boolean isUsed(Viewer viewer, UUID stage) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM deal WHERE workspace_id = :workspace AND stage_id = :stage)")
                .param("workspace", viewer.workspace().value())
                .param("stage", stage)
                .query(Boolean.class)
                .single();
    }

    public void remove(Viewer viewer, UUID stage) {
        jdbc.sql("DELETE FROM deal_stage WHERE workspace_id = :workspace AND id = :stage")
                .param("workspace", viewer.workspace().value())
                .param("stage", stage)
                .update();
    }

    /** Those that this import needed, once no deal stands in any of them. */
    public void takeBack(Viewer viewer, ImportId importId) {
        jdbc.sql(
                        """
                        DELETE FROM deal_stage s WHERE s.workspace_id = :workspace AND s.import_id = :import
                          AND NOT EXISTS (SELECT FROM deal d JOIN deal_stage u ON u.workspace_id = d.workspace_id AND u.id = d.stage_id
                                          WHERE d.workspace_id = :workspace AND u.import_id = :import)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .update();
    }
}
