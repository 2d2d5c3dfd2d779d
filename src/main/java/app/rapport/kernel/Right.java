package app.rapport.kernel;

/**
 * What somebody may do in a workspace. Roles are sets of these; a route names the one that it
 * needs. Whose records are meant is not said here: that is a condition of the statements that read
 * them.
 */
public enum Right {
    /** One's own profile, sessions, tokens. */
    READ_OWN(false),
    CHANGE_OWN(true),
    /** Reaching other machines in one's own name: mailboxes, senders, calendars elsewhere. */
    CONNECT(true),
    /** People, companies, touches, Today, imports. */
    READ_RECORDS(false),
    WRITE_RECORDS(true),
    SEE_REPORTS(false),
    EXPORT_ALL(false),
    ERASE(true),
    READ_AUDIT(false),
    MANAGE_MEMBERS(true),
    CHANGE_WORKSPACE(true),
    /** Held by no role: what a route that does not say what it needs is taken to need. */
    NOT_SAID(true);

    private final boolean changes;

    Right(boolean changes) {
        this.changes = changes;
    }

    /** Whether using it changes anything; a token that only reads covers none of these. */
    public boolean changes() {
        return changes;
    }
}
