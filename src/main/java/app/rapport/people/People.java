package app.rapport.people;

import app.rapport.access.Us;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom we know: found by address, met in mail, taken back with an import. */
@Service
public class People {
    private final JdbcClient jdbc;
    private final Clock clock;

    People(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The contacts that have these addresses (lower case); absent where nobody has. */
    public Map<String, PersonId> byAddress(Viewer viewer, Collection<String> keys) {
        Map<String, PersonId> found = new HashMap<>();
        jdbc.sql(
                        "SELECT key, contact_id FROM contact_point WHERE workspace_id = :workspace AND kind = 'mail' AND key = ANY(:keys)")
                .param("workspace", viewer.workspace().value())
                .param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    found.put(
                            row.getString("key"),
                            new PersonId(row.getObject("contact_id", UUID.class)));
                });
        return found;
    }

    /**
     * @param created of {@code people}, those that are new
     */
    public record Meeting(Map<String, PersonId> people, int created, int accountsCreated) {}

    /**
     * Finds everybody by address and makes a contact of those not known yet, with an account
     * proposed from the domain; names get better, never worse. A few statements for any number of
     * people.
     */
    @Transactional
    public Meeting meet(Viewer viewer, Us us, Collection<Met> everybody, ImportId importId) {
        Map<String, Met> byKey = new LinkedHashMap<>();
        for (Met met : everybody) byKey.merge(met.key(), met, (a, b) -> a.name().isBlank() ? b : a);
        Map<String, PersonId> known = byAddress(viewer, byKey.keySet());
        List<Met> fresh =
                byKey.values().stream().filter(met -> !known.containsKey(met.key())).toList();
        Map<String, UUID> accounts = new HashMap<>();
        int accountsCreated = accounts(viewer, us, fresh, importId, accounts);
        Map<String, PersonId> all = new HashMap<>(known);
        all.putAll(add(viewer, us, fresh, accounts, importId));
        betterNames(viewer, byKey, known);
        return new Meeting(all, fresh.size(), accountsCreated);
    }

    private int accounts(
            Viewer viewer, Us us, List<Met> fresh, ImportId importId, Map<String, UUID> into) {
        String[] domains =
                fresh.stream()
                        .map(met -> domain(met.key()))
                        .filter(domain -> !FreeMail.is(domain) && !us.domains().contains(domain))
                        .distinct()
                        .sorted()
                        .toArray(String[]::new);
        jdbc.sql(
                        "SELECT domain, account_id FROM account_domain WHERE workspace_id = :workspace AND domain = ANY(:domains)")
                .param("workspace", viewer.workspace().value())
                .param("domains", domains)
                .query(row -> {
                    into.put(row.getString("domain"), row.getObject("account_id", UUID.class));
                });
        String[] missing =
                Arrays.stream(domains)
                        .filter(domain -> !into.containsKey(domain))
                        .toArray(String[]::new);
        if (missing.length == 0) return 0;
        UUID[] ids = Uuid7s.next(missing.length);
        for (int i = 0; i < missing.length; i++) into.put(missing[i], ids[i]);
        String[] names = Arrays.stream(missing).map(Names::fromDomain).toArray(String[]::new);
        jdbc.sql(
                        """
                        INSERT INTO account (workspace_id, id, name, name_key, website, proposed, import_id, created_at, updated_at)
                        SELECT :workspace, a.id, a.name, a.key, 'https://' || a.domain, true, :import, :now, :now
                        FROM unnest(:ids::uuid[], :names::text[], :keys::text[], :domains::text[]) AS a (id, name, key, domain)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("ids", ids)
                .param("names", names)
                .param("keys", Arrays.stream(names).map(Names::fold).toArray(String[]::new))
                .param("domains", missing)
                .param("import", importId.value())
                .param("now", now())
                .update();
        jdbc.sql(
                        """
                        INSERT INTO account_domain (workspace_id, domain, account_id)
                        SELECT :workspace, a.domain, a.id FROM unnest(:ids::uuid[], :domains::text[]) AS a (id, domain)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("ids", ids)
                .param("domains", missing)
                .update();
        return missing.length;
    }

    private Map<String, PersonId> add(
            Viewer viewer, Us us, List<Met> fresh, Map<String, UUID> accounts, ImportId importId) {
        Map<String, PersonId> added = new HashMap<>();
        if (fresh.isEmpty()) return added;
        UUID[] ids = Uuid7s.next(fresh.size());
        List<String> names = new ArrayList<>();
        Boolean[] colleagues = new Boolean[ids.length];
        UUID[] accountIds = new UUID[ids.length];
        for (int i = 0; i < ids.length; i++) {
            Met met = fresh.get(i);
            added.put(met.key(), new PersonId(ids[i]));
            String name = Names.readable(met.name(), met.address());
            names.add(name.isEmpty() ? Names.fromAddress(met.address()) : name);
            colleagues[i] =
                    us.domains().contains(domain(met.key())) || us.colleagues().contains(met.key());
            accountIds[i] = accounts.get(domain(met.key()));
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
    private void betterNames(Viewer viewer, Map<String, Met> byKey, Map<String, PersonId> known) {
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

    /** Cards of those that exist. */
    public Map<PersonId, PersonCard> cards(Viewer viewer, Collection<PersonId> people) {
        Map<PersonId, PersonCard> cards = new LinkedHashMap<>();
        if (people.isEmpty()) return cards;
        jdbc.sql(
                        """
                        SELECT c.id, c.display_name, c.title, c.account_id, c.colleague, coalesce(a.name, '') AS account_name,
                               coalesce(array_agg(p.value ORDER BY p.position) FILTER (WHERE p.kind = 'mail'), '{}') AS addresses,
                               coalesce(array_agg(p.value ORDER BY p.position) FILTER (WHERE p.kind = 'phone'), '{}') AS phones
                        FROM contact c
                        LEFT JOIN account a ON a.workspace_id = c.workspace_id AND a.id = c.account_id
                        LEFT JOIN contact_point p ON p.workspace_id = c.workspace_id AND p.contact_id = c.id
                        WHERE c.workspace_id = :workspace AND c.id = ANY(:ids) AND c.deleted_at IS NULL
                        GROUP BY c.workspace_id, c.id, a.name
                        """)
                .param("workspace", viewer.workspace().value())
                .param("ids", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        new PersonCard(
                                new PersonId(row.getObject("id", UUID.class)),
                                row.getString("display_name"),
                                row.getString("title"),
                                Optional.ofNullable(row.getObject("account_id", UUID.class))
                                        .map(AccountId::new),
                                row.getString("account_name"),
                                List.of((String[]) row.getArray("addresses").getArray()),
                                List.of((String[]) row.getArray("phones").getArray()),
                                row.getBoolean("colleague")))
                .list()
                .forEach(card -> cards.put(card.id(), card));
        return cards;
    }

    public Optional<PersonCard> card(Viewer viewer, PersonId person) {
        return Optional.ofNullable(cards(viewer, List.of(person)).get(person));
    }

    /** People by name, after that one; {@code ""} from the first. */
    public List<PersonCard> page(Viewer viewer, String after, int most) {
        List<PersonId> ids =
                jdbc.sql(
                                """
                                SELECT c.id FROM contact c
                                LEFT JOIN contact last ON last.workspace_id = c.workspace_id AND last.id = :after::uuid
                                WHERE c.workspace_id = :workspace AND c.deleted_at IS NULL AND NOT c.colleague
                                  AND (last.id IS NULL OR (c.name_key, c.id) > (last.name_key, last.id))
                                ORDER BY c.name_key, c.id
                                LIMIT :most
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("after", after.isBlank() ? null : after, java.sql.Types.VARCHAR)
                        .param("most", most)
                        .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                        .list();
        Map<PersonId, PersonCard> cards = cards(viewer, ids);
        return ids.stream().filter(cards::containsKey).map(cards::get).toList();
    }

    public long count(Viewer viewer) {
        return jdbc.sql(
                        "SELECT count(*) FROM contact WHERE workspace_id = :workspace AND deleted_at IS NULL AND NOT colleague")
                .param("workspace", viewer.workspace().value())
                .query(Long.class)
                .single();
    }

    public long companies(Viewer viewer) {
        return jdbc.sql("SELECT count(*) FROM account WHERE workspace_id = :workspace")
                .param("workspace", viewer.workspace().value())
                .query(Long.class)
                .single();
    }

    /**
     * Takes back the contacts and proposed accounts that this import made, where nobody changed
     * them since, no other import brought them and nothing else speaks of them.
     *
     * @param mentioned contacts that still stand on a touch
     */
    @Transactional
    public void takeBack(Viewer viewer, ImportId importId, Collection<PersonId> mentioned) {
        jdbc.sql(
                        "DELETE FROM import_record WHERE workspace_id = :workspace AND import_id = :import")
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .update();
        jdbc.sql(
                        """
                        DELETE FROM contact c
                        WHERE c.workspace_id = :workspace AND c.import_id = :import AND c.updated_at = c.created_at
                          AND c.id <> ALL(:mentioned)
                          AND NOT EXISTS (SELECT FROM import_record r WHERE r.workspace_id = c.workspace_id AND r.subject_id = c.id)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .param("mentioned", mentioned.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
        jdbc.sql(
                        """
                        DELETE FROM account a
                        WHERE a.workspace_id = :workspace AND a.import_id = :import AND a.updated_at = a.created_at
                          AND NOT EXISTS (SELECT FROM contact c WHERE c.workspace_id = a.workspace_id AND c.account_id = a.id)
                          AND NOT EXISTS (SELECT FROM import_record r WHERE r.workspace_id = a.workspace_id AND r.subject_id = a.id)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .update();
    }

    /** The contacts that this import made. */
    public List<PersonId> madeBy(Viewer viewer, ImportId importId) {
        return jdbc.sql(
                        "SELECT id FROM contact WHERE workspace_id = :workspace AND import_id = :import")
                .param("workspace", viewer.workspace().value())
                .param("import", importId.value())
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Brings the search words of everybody up to date; after an import. */
    @Transactional
    public void refreshSearch(Viewer viewer) {
        refresh(viewer, new UUID[0]);
    }

    /** Brings the search words of these people up to date. */
    @Transactional
    public void refreshSearch(Viewer viewer, Collection<PersonId> some) {
        if (!some.isEmpty())
            refresh(viewer, some.stream().map(PersonId::value).toArray(UUID[]::new));
    }

    private void refresh(Viewer viewer, UUID[] only) {
        jdbc.sql(
                        """
                        INSERT INTO contact_search (workspace_id, contact_id, words)
                        SELECT c.workspace_id, c.id,
                               concat_ws(' ', c.name_key, string_agg(p.key, ' ' ORDER BY p.kind, p.position), a.name_key, lower(c.title))
                        FROM contact c
                        LEFT JOIN account a ON a.workspace_id = c.workspace_id AND a.id = c.account_id
                        LEFT JOIN contact_point p ON p.workspace_id = c.workspace_id AND p.contact_id = c.id
                        WHERE c.workspace_id = :workspace AND c.deleted_at IS NULL
                          AND (cardinality(:only::uuid[]) = 0 OR c.id = ANY(:only))
                        GROUP BY c.workspace_id, c.id, a.name_key
                        ON CONFLICT (workspace_id, contact_id) DO UPDATE SET words = excluded.words
                        WHERE contact_search.words <> excluded.words
                        """)
                .param("workspace", viewer.workspace().value())
                .param("only", only)
                .update();
    }

    /** People whose words fit, best first; forgiving about accents and typos. */
    public List<PersonCard> search(Viewer viewer, String typed, int most) {
        String folded = Names.fold(typed).replace("%", "").replace("_", "");
        if (folded.isEmpty()) return List.of();
        List<PersonId> ids =
                jdbc.sql("SELECT contact_id FROM search_contacts(:typed, :most)")
                        .param("typed", folded)
                        .param("most", most)
                        .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                        .list();
        Map<PersonId, PersonCard> cards = cards(viewer, ids);
        return ids.stream().filter(cards::containsKey).map(cards::get).toList();
    }

    static String domain(String key) {
        return key.substring(key.lastIndexOf('@') + 1);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Many ids at once. */
    private static final class Uuid7s {
        static UUID[] next(int n) {
            UUID[] ids = new UUID[n];
            for (int i = 0; i < n; i++) ids[i] = Uuid7.next();
            return ids;
        }
    }
}
