package app.rapport.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * That this process lives, where the other processes on the database see it: a lock by its name, in
 * a session that ends with the process, however that ends ({@code process_gone}). A process whose
 * session broke looks gone for a moment: what is taken from it must be safe against both having it.
 */
public final class Presence implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final int PATIENCE = 5;

    private final Door door;
    private final String name = PREFIX + UUID.randomUUID();
    private @Nullable Connection session;
    private boolean ended;

    /** How each of them is called. */
    static final String PREFIX = "rapport-";

    /** A new session on the database, outside of any pool. */
    interface Door {
        Connection open() throws SQLException;
    }

    Presence(Door door) {
        this.door = door;
    }

    /** This process's name, with its lock held as far as the database can be reached. */
    public synchronized String name() {
        try {
            if (!ended && !holds()) hold();
        } catch (SQLException e) {
            LOG.warn("This process cannot show that it lives: {}", e.getMessage());
        }
        return name;
    }

    private boolean holds() throws SQLException {
        return session != null && session.isValid(PATIENCE);
    }

    private void hold() throws SQLException {
        leave();
        Connection opened = door.open();
        session = opened;
        try (PreparedStatement lock =
                opened.prepareStatement("SELECT pg_advisory_lock(hashtextextended(?, 0))")) {
            lock.setString(1, name);
            lock.execute();
        }
    }

    /** Lets go before it leaves: a session that was closed may live on for a moment. */
    private void leave() {
        try (Connection left = session) {
            session = null;
            if (left == null) return;
            try (PreparedStatement unlock =
                    left.prepareStatement("SELECT pg_advisory_unlock_all()")) {
                unlock.execute();
            }
        } catch (SQLException e) {
            LOG.debug("The session was closed from the other side", e);
        }
    }

    @Override
    public synchronized void destroy() {
        ended = true;
        leave();
    }
}
