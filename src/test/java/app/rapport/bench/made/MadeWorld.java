package app.rapport.bench.made;

import app.rapport.database.DatabaseAccess;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Five workspaces, one of them with most: people at companies of uneven size, members of uneven
 * diligence, and years of mail, calls and meetings, most of it with few. Written by COPY as the
 * owner of the tables; what is derived from the facts is left to the program's own rebuild.
 */
public final class MadeWorld {
    private static final double[] SHARES = {.80, .10, .05, .03, .02};
    private static final int[] MEMBERS = {24, 6, 4, 3, 2};
    private static final String[] TABLES = {
        "account",
        "account_domain",
        "contact",
        "contact_point",
        "postal_address",
        "contact_search",
        "field_change",
        "thread",
        "touch",
        "touch_party",
        "touch_owner",
        "message_id",
        "thread_reference",
        "answer_owed",
        "bounce"
    };

    private MadeWorld() {}

    /**
     * The workspaces, in the order of their size.
     *
     * @param first the workspace that is there already, with its owner
     */
    public static List<Firm> firms(Scale scale, UUID first, UUID itsOwner) {
        List<Firm> firms = new ArrayList<>();
        for (int i = 0; i < SHARES.length; i++) {
            List<UUID> members = new ArrayList<>();
            for (int m = 0; m < MEMBERS[i] * scale.members; m++)
                members.add(i + m == 0 ? itsOwner : id(i + "/" + m));
            firms.add(
                    new Firm(
                            i,
                            i == 0 ? first : id("workspace " + i),
                            (int) Math.round(scale.contacts * SHARES[i]),
                            (int) Math.round(scale.touches * SHARES[i]),
                            members));
        }
        return firms;
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Fills the empty workspaces; the same seed makes the same. */
    public static void write(DatabaseAccess database, List<Firm> firms, long seed)
            throws SQLException {
        try (Connection owner = connect(database)) {
            for (Firm firm : firms) new MadeMembers(owner, firm).write();
            BareTables bare = BareTables.strip(owner, TABLES);
            for (Firm firm : firms) {
                Random random = new Random(seed + firm.number());
                new MadeAccounts(database, firm, random).write();
                try (MadePeople people = new MadePeople(database, firm, random)) {
                    people.write();
                }
                try (MadeTouches touches = new MadeTouches(database, firm, random)) {
                    touches.write();
                }
            }
            bare.dress();
        }
    }

    static Connection connect(DatabaseAccess database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }
}
