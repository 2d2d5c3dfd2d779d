package app.rapport.people.store;

import app.rapport.access.Us;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.Met;
import app.rapport.people.model.FreeMail;
import app.rapport.people.model.Names;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts concluded from the domains of mail addresses. */
@Repository
public class ProposedAccounts {
    private final JdbcClient jdbc;
    private final Clock clock;

    ProposedAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Accounts of these domains, made where there are none; own and free-mail domains have none.
     *
     * @param into domain to account
     * @return how many are new
     */
    public int propose(
            Viewer viewer,
            Us us,
            Collection<Met> fresh,
            ImportId importId,
            Map<String, UUID> into) {
        String[] domains =
                fresh.stream()
                        .map(met -> met.domain())
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
        UUID[] ids = Uuid7.next(missing.length);
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

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
