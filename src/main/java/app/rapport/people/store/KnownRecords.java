package app.rapport.people.store;

import app.rapport.kernel.Viewer;
import app.rapport.people.PostalDraft;
import app.rapport.people.model.Companies;
import app.rapport.people.model.ExternalId;
import app.rapport.people.model.Lineage;
import app.rapport.people.model.Said;
import app.rapport.people.model.Seen;
import app.rapport.people.model.Standing;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds what a batch of rows may be about: by content, by id, by address, by company. */
@Repository
public class KnownRecords {
    private final JdbcClient jdbc;

    KnownRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whom rows of exactly this content were about, by the digest in hex; the gone are left out.
     */
    public Map<String, Seen> seen(Viewer viewer, Collection<String> digests) {
        Map<String, Seen> seen = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT r.digest, r.subject_id, r.said FROM import_record r
                        WHERE r.workspace_id = :workspace AND r.digest = ANY(:digests)
                          AND (EXISTS (SELECT FROM contact c WHERE c.workspace_id = r.workspace_id AND c.id = r.subject_id)
                            OR EXISTS (SELECT FROM account a WHERE a.workspace_id = r.workspace_id AND a.id = r.subject_id))
                        """)
                .param("workspace", viewer.workspace().value())
                .param(
                        "digests",
                        digests.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new))
                .query(row -> {
                    seen.put(
                            HexFormat.of().formatHex(row.getBytes(1)),
                            new Seen(row.getObject(2, UUID.class), said(row.getString(3))));
                });
        return seen;
    }

    private static Map<String, String> said(String json) {
        Map<String, String> said = new LinkedHashMap<>();
        JsonMapper.shared()
                .readTree(json)
                .properties()
                .forEach(entry -> said.put(entry.getKey(), entry.getValue().asString("")));
        return said;
    }

    /** Owners of these mail addresses, the removed ones too. */
    public Map<String, UUID> byMail(Viewer viewer, Collection<String> keys) {
        Map<String, UUID> found = new HashMap<>();
        jdbc.sql(
                        "SELECT key, contact_id FROM contact_point WHERE workspace_id = :workspace AND kind = 'mail' AND key = ANY(:keys)")
                .param("workspace", viewer.workspace().value())
                .param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return found;
    }

    public Map<ExternalId, UUID> byId(Viewer viewer, Kind kind, Collection<ExternalId> ids) {
        Map<ExternalId, UUID> found = new HashMap<>();
        if (ids.isEmpty()) return found;
        jdbc.sql(
                        """
                        SELECT e.scope, e.external_id, e.%s FROM unnest(:scopes::text[], :ids::text[]) AS asked (scope, id)
                        JOIN external_id e ON e.workspace_id = :workspace AND e.kind = '%s' AND e.scope = asked.scope AND e.external_id = asked.id
                        """
                                .formatted(kind.pointer(), kind.table()))
                .param("workspace", viewer.workspace().value())
                .param("scopes", ids.stream().map(ExternalId::scope).toArray(String[]::new))
                .param("ids", ids.stream().map(ExternalId::id).toArray(String[]::new))
                .query(row -> {
                    found.put(
                            new ExternalId(row.getString(1), row.getString(2)),
                            row.getObject(3, UUID.class));
                });
        return found;
    }

    /** Contacts or accounts that wait for these companies. */
    public Map<UUID, ExternalId> awaiting(Viewer viewer, Kind kind, Collection<ExternalId> ids) {
        Map<UUID, ExternalId> found = new LinkedHashMap<>();
        if (ids.isEmpty()) return found;
        jdbc.sql(
                        """
                        SELECT w.scope, w.external_id, w.%1$s FROM unnest(:scopes::text[], :ids::text[]) AS asked (scope, id)
                        JOIN awaited_account w ON w.workspace_id = :workspace AND w.scope = asked.scope AND w.external_id = asked.id
                        WHERE w.%1$s IS NOT NULL
                        """
                                .formatted(kind.pointer()))
                .param("workspace", viewer.workspace().value())
                .param("scopes", ids.stream().map(ExternalId::scope).toArray(String[]::new))
                .param("ids", ids.stream().map(ExternalId::id).toArray(String[]::new))
                .query(row -> {
                    found.put(
                            row.getObject(3, UUID.class),
                            new ExternalId(row.getString(1), row.getString(2)));
                });
        return found;
    }

    /** The accounts of these ids, domains and folded names. */
    public Companies companies(
            Viewer viewer,
            Collection<ExternalId> ids,
            Collection<String> domains,
            Collection<String> nameKeys) {
        Companies companies = new Companies();
        byId(viewer, Kind.ACCOUNT, ids).forEach(companies::addId);
        jdbc.sql(
                        "SELECT domain, account_id FROM account_domain WHERE workspace_id = :workspace AND domain = ANY(:domains)")
                .param("workspace", viewer.workspace().value())
                .param("domains", domains.toArray(String[]::new))
                .query(row -> {
                    companies.addDomain(row.getString(1), row.getObject(2, UUID.class));
                });
        jdbc.sql(
                        """
                        SELECT a.name_key, a.id,
                               ARRAY(SELECT e.scope FROM external_id e WHERE e.workspace_id = a.workspace_id AND e.account_id = a.id) AS scopes
                        FROM account a
                        WHERE a.workspace_id = :workspace AND a.name_key = ANY(:names) AND a.deleted_at IS NULL
                        ORDER BY a.proposed, a.id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("names", nameKeys.toArray(String[]::new))
                .query(row -> {
                    companies.addName(
                            row.getString("name_key"),
                            row.getObject("id", UUID.class),
                            texts(row.getArray("scopes")));
                });
        return companies;
    }

    /** Who stands above these accounts, up to the top. */
    public Lineage lineage(Viewer viewer, Collection<UUID> accounts) {
        Lineage lineage = new Lineage();
        if (accounts.isEmpty()) return lineage;
        jdbc.sql(
                        """
                        WITH RECURSIVE above AS (
                            SELECT a.id, a.parent_id FROM account a WHERE a.workspace_id = :workspace AND a.id = ANY(:ids) AND a.parent_id IS NOT NULL
                            UNION
                            SELECT p.id, p.parent_id FROM above JOIN account p ON p.workspace_id = :workspace AND p.id = above.parent_id
                            WHERE p.parent_id IS NOT NULL)
                        SELECT id, parent_id FROM above
                        """)
                .param("workspace", viewer.workspace().value())
                .param("ids", accounts.toArray(UUID[]::new))
                .query(row -> {
                    lineage.add(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return lineage;
    }

    /** Those that are there, as they stand; a removed one takes nothing and is left out. */
    public Map<UUID, Standing> standings(Viewer viewer, Kind kind, Collection<UUID> ids) {
        Map<UUID, Standing> standings = new LinkedHashMap<>();
        if (ids.isEmpty()) return standings;
        UUID[] all = ids.toArray(UUID[]::new);
        Map<UUID, Set<String>> postals = postals(viewer, kind, all);
        String domains =
                kind == Kind.ACCOUNT
                        ? "ARRAY(SELECT 'domain ' || d.domain FROM account_domain d WHERE d.workspace_id = t.workspace_id AND d.account_id = t.id)"
                        : "'{}'::text[]";
        jdbc.sql(
                        """
                        SELECT t.id, to_jsonb(t) AS record,
                               ARRAY(SELECT p.kind || ' ' || p.key FROM %1$s p WHERE p.workspace_id = t.workspace_id AND p.%2$s = t.id) AS points,
                               ARRAY(SELECT 'id ' || e.scope || '|' || e.external_id FROM external_id e
                                     WHERE e.workspace_id = t.workspace_id AND e.%2$s = t.id) AS ids,
                               %3$s AS domains,
                               ARRAY(SELECT h.field FROM (SELECT DISTINCT ON (f.field) f.field, f.member_id FROM field_change f
                                                          WHERE f.workspace_id = t.workspace_id AND f.subject_id = t.id
                                                          ORDER BY f.field, f.at DESC, f.id DESC) h
                                     WHERE h.member_id IS NOT NULL) AS by_hand
                        FROM %4$s t WHERE t.workspace_id = :workspace AND t.id = ANY(:ids) AND t.deleted_at IS NULL
                        """
                                .formatted(kind.points(), kind.pointer(), domains, kind.table()))
                .param("workspace", viewer.workspace().value())
                .param("ids", all)
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    standings.put(id, standing(kind, row, postals.getOrDefault(id, Set.of())));
                });
        return standings;
    }

    private static Standing standing(Kind kind, ResultSet row, Set<String> postals)
            throws SQLException {
        JsonNode record = JsonMapper.shared().readTree(row.getString("record"));
        Map<String, String> fields = new LinkedHashMap<>();
        for (String column : kind.texts) fields.put(column, record.path(column).asString(""));
        for (String column : kind.links) fields.put(column, record.path(column).asString(""));
        if (kind == Kind.ACCOUNT)
            fields.put("proposed", String.valueOf(record.path("proposed").asBoolean(false)));
        record.path("extra")
                .properties()
                .forEach(cell ->
                        fields.put(Said.EXTRA + cell.getKey(), cell.getValue().asString("")));
        Set<String> held = new LinkedHashSet<>(texts(row.getArray("points")));
        int points = held.size();
        held.addAll(texts(row.getArray("ids")));
        held.addAll(texts(row.getArray("domains")));
        held.addAll(postals);
        record.path("tags").forEach(tag -> held.add(Said.tagKey(tag.asString(""))));
        return Standing.known(
                row.getObject("id", UUID.class),
                fields,
                Set.copyOf(texts(row.getArray("by_hand"))),
                held,
                points,
                postals.size());
    }

    private Map<UUID, Set<String>> postals(Viewer viewer, Kind kind, UUID[] ids) {
        Map<UUID, Set<String>> keys = new HashMap<>();
        jdbc.sql(
                        "SELECT * FROM postal_address WHERE workspace_id = :workspace AND %s = ANY(:ids)"
                                .formatted(kind.pointer()))
                .param("workspace", viewer.workspace().value())
                .param("ids", ids)
                .query(row -> {
                    keys.computeIfAbsent(
                                    row.getObject(kind.pointer(), UUID.class),
                                    _ -> new LinkedHashSet<>())
                            .add(Said.key(postal(row)));
                });
        return keys;
    }

    static PostalDraft postal(ResultSet row) throws SQLException {
        return new PostalDraft(
                row.getString("label"),
                row.getString("street"),
                row.getString("city"),
                row.getString("region"),
                row.getString("postal_code"),
                row.getString("country"),
                row.getString("formatted"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
