package app.rapport.database;

import app.rapport.kernel.Vitals;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How busy the doors to the database are, and whether jobs and backups keep up. */
@Component
class DatabaseVitals implements Vitals {
    private final OutsideWorkspace outside;
    private final WorkspaceDataSource workspaces;

    DatabaseVitals(OutsideWorkspace outside, WorkspaceDataSource workspaces) {
        this.outside = outside;
        this.workspaces = workspaces;
    }

    @Override
    public List<Vital> read() {
        List<Vital> vitals = new ArrayList<>();
        vitals.addAll(pool("app", workspaces.use()));
        vitals.addAll(pool("outside", outside.use()));
        vitals.add(
                number(
                        "rapport_jobs_overdue",
                        "Recurring jobs that should have begun more than five minutes ago",
                        """
                        SELECT count(*) FROM scheduled_tasks WHERE NOT picked AND execution_time < now() - interval '5 minutes'
                        """));
        vitals.add(
                number(
                        "rapport_database_size_bytes",
                        "Size of the database on disk",
                        "SELECT pg_database_size(current_database())"));
        return vitals;
    }

    private Vital number(String name, String help, String query) {
        JdbcClient jdbc = outside.jdbc();
        return new Vital(name, help, List.of(), jdbc.sql(query).query(Double.class).single());
    }

    private static List<Vital> pool(String name, @Nullable HikariPoolMXBean state) {
        if (state == null) return List.of();
        return List.of(
                connections(name, "active", state, HikariPoolMXBean::getActiveConnections),
                connections(name, "idle", state, HikariPoolMXBean::getIdleConnections),
                connections(
                        name, "waited_for", state, HikariPoolMXBean::getThreadsAwaitingConnection));
    }

    private static Vital connections(
            String pool,
            String state,
            HikariPoolMXBean of,
            ToDoubleFunction<HikariPoolMXBean> number) {
        return new Vital(
                "rapport_database_connections",
                "Connections to the database by pool and state",
                List.of("pool", pool, "state", state),
                number.applyAsDouble(of));
    }
}
