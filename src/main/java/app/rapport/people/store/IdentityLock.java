package app.rapport.people.store;

import app.rapport.kernel.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps apart those who change who is who and those who store by it: what was looked up before two
 * became one would else be stored with the one that is hidden since. Held until the transaction
 * ends; asked for before anything is looked up, so that nobody waits for another in a circle.
 */
@Repository
public class IdentityLock {
    private final JdbcClient jdbc;

    IdentityLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Joining, parting and erasing go one after the other, while nobody stores. */
    public void change(Viewer viewer) {
        take("pg_advisory_xact_lock", viewer);
    }

    /** Any number may store at once. */
    public void hold(Viewer viewer) {
        take("pg_advisory_xact_lock_shared", viewer);
    }

    private void take(String lock, Viewer viewer) {
        jdbc.sql("SELECT " + lock + "(hashtextextended('who is who ' || :workspace, 0))")
                .param("workspace", viewer.workspace().toString())
                .query((_, _) -> true)
                .list();
    }
}
