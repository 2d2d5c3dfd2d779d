package app.rapport.people.store;

import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.ExternalId;
import app.rapport.people.model.Standing;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a batch added to the lists of contacts and accounts: one statement a table. */
@Repository
class IntakeLists {
    private final JdbcClient jdbc;

    IntakeLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(Viewer viewer, Kind kind, List<Standing> changed) {
        points(viewer, kind, changed);
        postals(viewer, kind, changed);
        ids(viewer, kind, changed);
        if (kind == Kind.ACCOUNT) domains(viewer, changed);
    }

    private void points(Viewer viewer, Kind kind, List<Standing> changed) {
        JsonRows rows = new JsonRows();
        for (Standing standing : changed)
            standing.eachPoint((position, point) ->
                    rows.add()
                            .put("subject", standing.id())
                            .put("position", Math.min(position, Short.MAX_VALUE))
                            .put("kind", point.kind().name().toLowerCase(Locale.ROOT))
                            .put("label", point.label())
                            .put("value", point.value())
                            .put("key", point.key()));
        run(
                viewer,
                rows,
                """
                INSERT INTO %s (workspace_id, %s, position, kind, label, value, key)
                SELECT :workspace, r.subject, r.position, r.kind, r.label, r.value, r.key
                FROM json_to_recordset(:rows::json) AS r (subject uuid, position smallint, kind text, label text, value text, key text)
                ON CONFLICT DO NOTHING
                """
                        .formatted(kind.points(), kind.pointer()));
    }

    private void postals(Viewer viewer, Kind kind, List<Standing> changed) {
        JsonRows rows = new JsonRows();
        for (Standing standing : changed)
            standing.eachPostal((position, postal) ->
                    rows.add()
                            .put("id", Uuid7.next())
                            .put("subject", standing.id())
                            .put("position", Math.min(position, Short.MAX_VALUE))
                            .put("label", postal.label())
                            .put("street", postal.street())
                            .put("city", postal.city())
                            .put("region", postal.region())
                            .put("postal_code", postal.postalCode())
                            .put("country", postal.country())
                            .put("formatted", postal.formatted()));
        run(
                viewer,
                rows,
                """
                INSERT INTO postal_address (workspace_id, id, %s, position, label, street, city, region, postal_code, country, formatted)
                SELECT :workspace, r.id, r.subject, r.position, r.label, r.street, r.city, r.region, r.postal_code, r.country, r.formatted
                FROM json_to_recordset(:rows::json) AS r (id uuid, subject uuid, position smallint, label text, street text, city text,
                                                          region text, postal_code text, country text, formatted text)
                """
                        .formatted(kind.pointer()));
    }

    private void ids(Viewer viewer, Kind kind, List<Standing> changed) {
        JsonRows rows = new JsonRows();
        for (Standing standing : changed)
            for (ExternalId id : standing.newIds())
                rows.add()
                        .put("scope", id.scope())
                        .put("id", id.id())
                        .put("subject", standing.id());
        run(
                viewer,
                rows,
                """
                INSERT INTO external_id (workspace_id, scope, external_id, kind, %s)
                SELECT :workspace, r.scope, r.id, '%s', r.subject
                FROM json_to_recordset(:rows::json) AS r (scope text, id text, subject uuid)
                ON CONFLICT DO NOTHING
                """
                        .formatted(kind.pointer(), kind.table()));
    }

    private void domains(Viewer viewer, List<Standing> changed) {
        JsonRows rows = new JsonRows();
        for (Standing standing : changed)
            for (String domain : standing.newDomains())
                rows.add().put("domain", domain).put("subject", standing.id());
        run(
                viewer,
                rows,
                """
                INSERT INTO account_domain (workspace_id, domain, account_id)
                SELECT :workspace, r.domain, r.subject FROM json_to_recordset(:rows::json) AS r (domain text, subject uuid)
                ON CONFLICT DO NOTHING
                """);
    }

    private void run(Viewer viewer, JsonRows rows, String sql) {
        if (rows.isEmpty()) return;
        jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("rows", rows.text())
                .update();
    }
}
