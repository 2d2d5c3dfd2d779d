package app.rapport.database;

import java.util.List;

/** A room's own answer to {@code doctor}: what is stuck or contradicts itself, and what to do. */
public interface HealthCheck {
    List<DatabaseHealth.Finding> findings();
}
