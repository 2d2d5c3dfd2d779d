package app.rapport.people.store;

import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.ExternalId;
import app.rapport.people.model.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What a batch added to the lists of contacts and accounts: one statement a table. */
final class IntakeLists {
    private final Viewer viewer;
    private final Kind kind;
    private final List<Standing> changed;

    private IntakeLists(Viewer viewer, Kind kind, List<Standing> changed) {
        this.viewer = viewer;
        this.kind = kind;
        this.changed = changed;
    }

    static List<RowStatement> of(Viewer viewer, Kind kind, List<Standing> changed) {
        IntakeLists lists = new IntakeLists(viewer, kind, changed);
        List<RowStatement> all =
                new ArrayList<>(List.of(lists.points(), lists.postals(), lists.ids()));
        if (kind == Kind.ACCOUNT) all.add(lists.domains());
        return all;
    }

    private RowStatement points() {
        return statement(
                """
                INSERT INTO %s (workspace_id, %s, position, kind, label, value, key)
                SELECT :workspace, r.subject, r.position, r.kind, r.label, r.value, r.key
                FROM {rows} AS r
                ON CONFLICT DO NOTHING
                """
                        .formatted(kind.points(), kind.pointer()),
                "subject uuid, position smallint, kind text, label text, value text, key text",
                rows -> changed.forEach(standing -> points(rows, standing)));
    }

    private static void points(ColumnRows rows, Standing standing) {
        standing.eachPoint((position, point) ->
                rows.add()
                        .put("subject", standing.id())
                        .put("position", Math.min(position, Short.MAX_VALUE))
                        .put("kind", point.kind().name().toLowerCase(Locale.ROOT))
                        .put("label", point.label())
                        .put("value", point.value())
                        .put("key", point.key()));
    }

    private RowStatement postals() {
        return statement(
                """
                INSERT INTO postal_address (workspace_id, id, %s, position, label, street, city, region, postal_code, country, formatted)
                SELECT :workspace, r.id, r.subject, r.position, r.label, r.street, r.city, r.region, r.postal_code, r.country, r.formatted
                FROM {rows} AS r
                """
                        .formatted(kind.pointer()),
                "id uuid, subject uuid, position smallint, label text, street text, city text, region text, postal_code text, country text, formatted text",
                rows -> changed.forEach(standing -> postals(rows, standing)));
    }

    private static void postals(ColumnRows rows, Standing standing) {
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
    }

    private RowStatement ids() {
        return statement(
                """
                INSERT INTO external_id (workspace_id, scope, external_id, kind, %s)
                SELECT :workspace, r.scope, r.id, '%s', r.subject
                FROM {rows} AS r
                ON CONFLICT DO NOTHING
                """
                        .formatted(kind.pointer(), kind.table()),
                "scope text, id text, subject uuid",
                rows -> changed.forEach(standing -> ids(rows, standing)));
    }

    private static void ids(ColumnRows rows, Standing standing) {
        for (ExternalId id : standing.newIds())
            rows.add().put("scope", id.scope()).put("id", id.id()).put("subject", standing.id());
    }

    private RowStatement domains() {
        return statement(
                """
                INSERT INTO account_domain (workspace_id, domain, account_id)
                SELECT :workspace, r.domain, r.subject FROM {rows} AS r
                ON CONFLICT DO NOTHING
                """,
                "domain text, subject uuid",
                rows -> changed.forEach(standing -> domains(rows, standing)));
    }

    private static void domains(ColumnRows rows, Standing standing) {
        for (String domain : standing.newDomains())
            rows.add().put("domain", domain).put("subject", standing.id());
    }

    private RowStatement statement(String sql, String columns, Consumer<ColumnRows> fill) {
        return RowStatement.of(sql, columns, Map.of("workspace", viewer.workspace().value()), fill);
    }
}
