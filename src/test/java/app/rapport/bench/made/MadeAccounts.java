package app.rapport.bench.made;

import app.rapport.database.DatabaseAccess;
import app.rapport.people.model.Names;
import java.sql.SQLException;
import java.util.Random;

/** The companies of a workspace, one mail domain each. */
final class MadeAccounts {
    private static final String MADE_AT = "2020-01-01 00:00:00+00";

    private final DatabaseAccess database;
    private final Firm firm;
    private final Random random;

    MadeAccounts(DatabaseAccess database, Firm firm, Random random) {
        this.database = database;
        this.firm = firm;
        this.random = random;
    }

    static String domain(int account) {
        return "firm" + account + ".example";
    }

    void write() throws SQLException {
        Words words = new Words(random);
        try (TableCopy accounts =
                        new TableCopy(
                                MadeWorld.connect(database),
                                "account",
                                "workspace_id, id, name, name_key, industry, owner_id, created_at, updated_at");
                TableCopy domains =
                        new TableCopy(
                                MadeWorld.connect(database),
                                "account_domain",
                                "workspace_id, domain, account_id")) {
            for (int i = 0; i < firm.accounts(); i++) {
                String name = words.firm() + " " + i;
                accounts.row(
                        firm.id(),
                        firm.account(i),
                        name,
                        Names.fold(name),
                        "Industry " + i % 20,
                        firm.members().get(random.nextInt(firm.members().size())),
                        MADE_AT,
                        MADE_AT);
                domains.row(firm.id(), domain(i), firm.account(i));
            }
        }
    }
}
