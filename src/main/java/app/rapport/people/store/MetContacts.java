package app.rapport.people.store;

import app.rapport.access.Us;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.Met;
import app.rapport.people.model.Names;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contacts of people seen on mails. */
@Repository
public class MetContacts {
    private final JdbcClient jdbc;
    private final Clock clock;

    MetContacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Contacts of those who are not known yet. */
    public Map<String, PersonId> add(
            Viewer viewer, Us us, List<Met> fresh, Map<String, UUID> accounts, ImportId importId) {
        Map<String, PersonId> added = new HashMap<>();
        if (fresh.isEmpty()) return added;
        UUID[] ids = Uuid7.next(fresh.size());
        List<String> names = new ArrayList<>();
        Boolean[] colleagues = new Boolean[ids.length];
        UUID[] accountIds = new UUID[ids.length];
        for (int i = 0; i < ids.length; i++) {
            Met met = fresh.get(i);
            added.put(met.key(), new PersonId(ids[i]));
            String name = Names.readable(met.name(), met.address());
            names.add(name.isEmpty() ? Names.fromAddress(met.address()) : name);
            colleagues[i] =
                    us.domains().contains(met.domain()) || us.colleagues().contains(met.key());
            accountIds[i] = accounts.get(met.domain());
        }
        String[] keys = fresh.stream().map(Met::key).toArray(String[]::new);
        jdbc.sql(
                        """
                        INSERT INTO contact (workspace_id, id, display_name, name_key, account_id, colleague, source, import_id, owner_id, created_at, updated_at)
                        SELECT :workspace, c.id, c.name, c.name_key, c.account, c.colleague, 'mail', :import, :member, :now, :now
                        FROM unnest(:ids::uuid[], :names::text[], :nameKeys::text[], :accounts::uuid[], :colleagues::boolean[]) AS c (id, name, name_key, account, colleague)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("ids", ids)
                .param("names", names.toArray(String[]::new))
                .param("nameKeys", names.stream().map(Names::fold).toArray(String[]::new))
                .param("accounts", accountIds)
                .param("colleagues", colleagues)
                .param("import", importId.value())
                .param("now", now())
                .update();
        jdbc.sql(
                        """
                        INSERT INTO contact_point (workspace_id, contact_id, position, kind, value, key)
                        SELECT :workspace, p.id, 0, 'mail', p.value, p.key
                        FROM unnest(:ids::uuid[], :values::text[], :keys::text[]) AS p (id, value, key)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("ids", ids)
                .param("values", fresh.stream().map(Met::address).toArray(String[]::new))
                .param("keys", keys)
                .update();
        return added;
    }

    /** Who was known only by an address gets the name that a later mail tells. */
    public void betterNames(Viewer viewer, Map<String, Met> byKey, Map<String, PersonId> known) {
        List<UUID> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        known.forEach((key, id) -> {
            Met met = byKey.get(key);
            String name = met == null ? "" : Names.readable(met.name(), met.address());
            if (name.isEmpty()) return;
            ids.add(id.value());
            names.add(name);
        });
        if (ids.isEmpty()) return;
        jdbc.sql(
                        """
                        UPDATE contact c SET display_name = b.name, name_key = b.name_key
                        FROM unnest(:ids::uuid[], :names::text[], :nameKeys::text[]) AS b (id, name, name_key)
                        WHERE c.workspace_id = :workspace AND c.id = b.id AND c.source = 'mail' AND c.updated_at = c.created_at
                          AND position('@' in c.display_name) > 0
                        """)
                .param("workspace", viewer.workspace().value())
                .param("ids", ids.toArray(UUID[]::new))
                .param("names", names.toArray(String[]::new))
                .param("nameKeys", names.stream().map(Names::fold).toArray(String[]::new))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
