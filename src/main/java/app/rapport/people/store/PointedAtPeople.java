package app.rapport.people.store;

import app.rapport.database.PointedRows;
import app.rapport.database.PointedTables;
import app.rapport.database.Tombstones;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of this room's rows goes along when two records become one, and comes back. */
@Repository
class PointedAtPeople implements PersonRecords {
    /** A tie to oneself, or one that is there already, stays behind and comes back by itself. */
    private static final String SAME_TIE =
            "EXISTS (SELECT FROM tie d WHERE d.workspace_id = :workspace AND d.role = t.role AND d.%s = :into AND %s)";

    private static final List<PointedRows> OF_CONTACTS =
            List.of(
                    new PointedRows(
                            "tie",
                            "contact_id",
                            "contact_origin",
                            "t.other_id IS NOT DISTINCT FROM :into OR "
                                    + SAME_TIE.formatted(
                                            "contact_id",
                                            "d.account_id IS NOT DISTINCT FROM t.account_id AND d.other_id IS NOT DISTINCT FROM t.other_id")),
                    new PointedRows(
                            "tie",
                            "other_id",
                            "other_origin",
                            "t.contact_id = :into OR "
                                    + SAME_TIE.formatted(
                                            "other_id", "d.contact_id = t.contact_id")),
                    new PointedRows("external_id", "contact_id", "contact_origin"));

    private static final List<PointedRows> OF_ACCOUNTS =
            List.of(
                    new PointedRows(
                            "tie",
                            "account_id",
                            "account_origin",
                            SAME_TIE.formatted("account_id", "d.contact_id = t.contact_id")),
                    new PointedRows("external_id", "account_id", "account_origin"),
                    new PointedRows("contact", "account_id", "account_origin"),
                    new PointedRows("account", "parent_id", "parent_origin", "t.id = :into"));

    private static final PointedTables ROWS = new PointedTables(OF_CONTACTS, OF_ACCOUNTS);

    /**
     * Moved as fields of the record, or said of the hidden record and read with it: its history,
     * what imports said of it, companies it still awaits.
     */
    private static final Set<String> WITH_THE_RECORD =
            Set.of(
                    "contact.merged_into",
                    "account.merged_into",
                    "contact_point.contact_id",
                    "contact_tag.contact_id",
                    "contact_search.contact_id",
                    "postal_address.contact_id",
                    "postal_address.account_id",
                    "account_point.account_id",
                    "account_domain.account_id",
                    "awaited_account.contact_id",
                    "awaited_account.account_id",
                    "field_change.subject_id",
                    "import_record.subject_id",
                    "duplicate_pair.low_id",
                    "duplicate_pair.high_id",
                    "different_people.low_id",
                    "different_people.high_id",
                    "duplicate_account.low_id",
                    "duplicate_account.high_id",
                    "different_accounts.low_id",
                    "different_accounts.high_id",
                    "merge.winner_id",
                    "merge.loser_id");

    private final JdbcClient jdbc;
    private final RecordFacts facts;

    PointedAtPeople(JdbcClient jdbc, RecordFacts facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    @Override
    public Set<String> columns() {
        return Stream.concat(WITH_THE_RECORD.stream(), ROWS.columns().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public void join(Viewer by, Joined joined) {
        ROWS.join(jdbc, by, joined);
    }

    @Override
    public void part(Viewer by, Parted parted) {
        ROWS.part(jdbc, by, parted);
        if (parted.kind() == RecordKind.ACCOUNT) newWorkers(by, parted);
    }

    /** Who came to the company since, with an address at the other's domain, works there. */
    private void newWorkers(Viewer by, Parted parted) {
        jdbc.sql(
                        """
                        UPDATE contact c SET account_id = :back
                        WHERE c.workspace_id = :workspace AND c.account_id = :holder AND c.account_origin IS NULL AND c.id > :merge
                          AND EXISTS (SELECT FROM contact_point p
                                      JOIN account_domain d ON d.workspace_id = p.workspace_id AND d.account_id = :back
                                      WHERE p.workspace_id = c.workspace_id AND p.contact_id = c.id AND p.kind = 'mail'
                                        AND p.key LIKE '%@' || d.domain)
                        """)
                .param("workspace", by.workspace().value())
                .param("holder", parted.holder())
                .param("back", parted.back())
                .param("merge", parted.merge())
                .update();
    }

    @Override
    public Map<String, Long> counts(Viewer by, Erased erased) {
        return jdbc.sql(
                        """
                        SELECT (SELECT count(*) FROM contact WHERE workspace_id = :workspace AND id = ANY(:people)) AS records,
                               (SELECT count(*) FROM contact_point WHERE workspace_id = :workspace AND contact_id = ANY(:people)) AS points,
                               (SELECT count(*) FROM tie WHERE workspace_id = :workspace AND (contact_id = ANY(:people) OR other_id = ANY(:people))) AS ties,
                               (SELECT count(*) FROM field_change WHERE workspace_id = :workspace AND subject_id = ANY(:people)) AS changes
                        """)
                .param("workspace", by.workspace().value())
                .param("people", erased.people().toArray(UUID[]::new))
                .query((row, _) ->
                        Map.of(
                                "Records, with all their fields", row.getLong("records"),
                                "Addresses, phones and links", row.getLong("points"),
                                "Roles", row.getLong("ties"),
                                "Entries of the history", row.getLong("changes")))
                .single();
    }

    /** The records themselves go last; here is told by what their rows would be known again. */
    @Override
    public List<String> erase(Viewer by, Erased erased) {
        return jdbc
                .sql(
                        "SELECT DISTINCT encode(digest, 'hex') FROM import_record WHERE workspace_id = :workspace AND subject_id = ANY(:people)")
                .param("workspace", by.workspace().value())
                .param("people", erased.people().toArray(UUID[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(Tombstones::row)
                .toList();
    }

    @Override
    public List<Fact> facts(Viewer by, Erased whole) {
        return facts.of(by, whole.people());
    }
}
