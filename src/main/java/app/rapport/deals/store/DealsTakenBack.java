package app.rapport.deals.store;

import app.rapport.database.PointedRows;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The way back of an import of deals: those that only it brought and nobody touched go; what it
 * changed and nobody since is as before.
 */
@Repository
public class DealsTakenBack {
    private final JdbcClient jdbc;

    DealsTakenBack(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The deals that this import brought. */
    public List<UUID> broughtBy(Viewer viewer, ImportId importId) {
        return jdbc.sql(
                        "SELECT id FROM deal WHERE workspace_id = :workspace AND import_id = :import")
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .query(UUID.class)
                .list();
    }

    /**
     * Those of these deals that rows of other rooms speak of.
     *
     * @param tables whose {@code deal_id} does
     */
    public Set<UUID> spokenOf(Viewer viewer, Collection<UUID> deals, Collection<String> tables) {
        return tables.stream()
                .flatMap(table ->
                        PointedRows.pointedAt(jdbc, viewer.workspace(), table, "deal_id", deals)
                                .stream())
                .collect(Collectors.toSet());
    }

    /**
     * @param others which other import brought what this one did too
     * @param spokenOf of those it brought, such as rooms hold something of: they stay
     */
    public void takeBack(
            Viewer viewer,
            ImportId importId,
            Map<UUID, ImportId> others,
            Collection<UUID> spokenOf) {
        List<Map.Entry<UUID, ImportId>> kept = List.copyOf(others.entrySet());
        jdbc.sql(
                        """
                        UPDATE deal d SET import_id = o.other FROM unnest(:kept::uuid[], :others::uuid[]) AS o (id, other)
                        WHERE d.workspace_id = :workspace AND d.import_id = :import AND d.id = o.id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .param("kept", kept.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param(
                        "others",
                        kept.stream().map(one -> one.getValue().value()).toArray(UUID[]::new))
                .update();
        jdbc.sql(
                        """
                        DELETE FROM deal d WHERE d.workspace_id = :workspace AND d.import_id = :import AND d.id <> ALL(:spokenOf)
                          AND NOT EXISTS (SELECT FROM deal_change c
                                          WHERE c.workspace_id = d.workspace_id AND c.deal_id = d.id AND c.member_id IS NOT NULL)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .param("spokenOf", spokenOf.toArray(UUID[]::new))
                .update();
        for (DealField field : DealField.values()) putBack(viewer, importId, field);
        jdbc.sql("DELETE FROM deal_change WHERE workspace_id = :workspace AND import_id = :import")
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .update();
    }

    private void putBack(Viewer viewer, ImportId importId, DealField field) {
        String before =
                field.type().equals("text")
                        ? "c.old_value"
                        : "nullif(c.old_value, '')::" + field.type();
        jdbc.sql(
                        """
                        UPDATE deal d SET %1$s = %2$s, said = d.said || jsonb_build_object(c.field, c.old_value)
                        FROM deal_change c
                        WHERE d.workspace_id = :workspace AND c.workspace_id = d.workspace_id AND c.deal_id = d.id
                          AND c.import_id = :import AND c.field = :field AND coalesce(d.%1$s::text, '') = c.new_value
                        """
                                .formatted(field.column(), before))
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .param("field", field.key())
                .update();
    }
}
