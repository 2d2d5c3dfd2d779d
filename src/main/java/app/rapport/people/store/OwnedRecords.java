package app.rapport.people.store;

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
    private static final String CONTACTS = "contact.owner_id";
    private static final String ACCOUNTS = "account.owner_id";

    private final JdbcClient jdbc;

    OwnedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                CONTACTS,
                ACCOUNTS,
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
                CONTACTS, moved("contact", by, from, to), ACCOUNTS, moved("account", by, from, to));
    }

    private List<UUID> moved(String table, Viewer by, MemberId from, MemberId to) {
        return jdbc.sql(
                        "UPDATE "
                                + table
                                + " SET owner_id = :to WHERE workspace_id = :workspace AND owner_id = :from RETURNING id")
                .param("workspace", by.workspace().value())
                .param("from", from.value())
                .param("to", to.value())
                .query(UUID.class)
                .list();
    }

    @Override
    public void giveBack(Viewer by, MemberId from, MemberId to, String column, List<UUID> rows) {
        String table = column.substring(0, column.indexOf('.'));
        jdbc.sql(
                        "UPDATE "
                                + table
                                + " SET owner_id = :from WHERE workspace_id = :workspace AND owner_id = :to AND id = ANY(:rows)")
                .param("workspace", by.workspace().value())
                .param("from", from.value())
                .param("to", to.value())
                .param("rows", rows.toArray(UUID[]::new))
                .update();
    }
}
