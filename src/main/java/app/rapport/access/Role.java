package app.rapport.access;

import static app.rapport.kernel.Right.CHANGE_OWN;
import static app.rapport.kernel.Right.CONNECT;
import static app.rapport.kernel.Right.MANAGE_MEMBERS;
import static app.rapport.kernel.Right.READ_OWN;
import static app.rapport.kernel.Right.READ_RECORDS;
import static app.rapport.kernel.Right.SEE_REPORTS;
import static app.rapport.kernel.Right.WRITE_RECORDS;

import app.rapport.kernel.Right;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a member is in a workspace, and what follows from it. The whole table stands here. */
public enum Role {
    OWNER(
            "owner",
            "Owner",
            "everything, and names other owners",
            EnumSet.complementOf(EnumSet.of(Right.NOT_SAID))),
    ADMIN(
            "admin",
            "Admin",
            "everything but naming owners",
            EnumSet.complementOf(EnumSet.of(Right.NOT_SAID))),
    SELLER("seller", "Seller", "reads and writes", Sets.WRITERS),
    SERVICE("service", "Service agent", "reads and writes", Sets.WRITERS),
    LEADER("leader", "Leader", "reads, writes and sees reports", Sets.LEADERS),
    READ_ONLY("read-only", "Read only", "reads", EnumSet.of(READ_OWN, CHANGE_OWN, READ_RECORDS));

    private final String key;
    private final String title;
    private final String may;
    private final Set<Right> rights;

    Role(String key, String title, String may, Set<Right> rights) {
        this.key = key;
        this.title = title;
        this.may = may;
        this.rights = Set.copyOf(rights);
    }

    /** As it is stored and typed. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /** What it may, in words. */
    public String inWords() {
        return may;
    }

    public Set<Right> rights() {
        return rights;
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Only owners make owners, and only they take that from one. */
    public boolean mayGive(Role present, Role next) {
        return this == OWNER || (may(MANAGE_MEMBERS) && present != OWNER && next != OWNER);
    }

    public static Optional<Role> find(String key) {
        return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
    }

    /**
     * @throws Refused when there is no such role
     */
    public static Role of(String key) {
        return find(key)
                .orElseThrow(() ->
                        new Refused(
                                "role",
                                "Choose one of "
                                        + Arrays.stream(values())
                                                .map(Role::key)
                                                .collect(Collectors.joining(", "))));
    }

    private static final class Sets {
        static final Set<Right> WRITERS =
                EnumSet.of(READ_OWN, CHANGE_OWN, CONNECT, READ_RECORDS, WRITE_RECORDS);
        static final Set<Right> LEADERS =
                EnumSet.of(READ_OWN, CHANGE_OWN, CONNECT, READ_RECORDS, WRITE_RECORDS, SEE_REPORTS);
    }
}
