package app.rapport.people.store;

import app.rapport.database.HandedRows;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.MemberRecords;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People and companies that a member looks after go to whoever takes over. */
@Repository
class OwnedRecords implements MemberRecords {
    private static final HandedRows CONTACTS = new HandedRows("contact", "owner_id");
    private static final HandedRows ACCOUNTS = new HandedRows("account", "owner_id");

    private final JdbcClient jdbc;

    OwnedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                CONTACTS.name(),
                ACCOUNTS.name(),
                "field_change.member_id",
                "tie.member_id",
                "different_people.member_id",
                "different_accounts.member_id",
                "merge.member_id",
                "contact.deleted_by",
                "account.deleted_by",
                "merge.undone_by");
    }

    @Override
    public Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        return Map.of(
                CONTACTS.name(), CONTACTS.handOver(jdbc, by, from, to),
                ACCOUNTS.name(), ACCOUNTS.handOver(jdbc, by, from, to));
    }

    @Override
    public void giveBack(Viewer by, MemberId from, MemberId to, String column, List<UUID> rows) {
        HandedRows owned = column.equals(CONTACTS.name()) ? CONTACTS : ACCOUNTS;
        owned.giveBack(jdbc, by, from, to, rows);
    }
}
