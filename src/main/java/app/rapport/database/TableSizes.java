package app.rapport.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the planner believes of how much there is; asked inside a workspace. */
@Component
public class TableSizes {
    private final JdbcClient jdbc;

    TableSizes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After much came in at once: PostgreSQL finds out by itself, but only a minute later. */
    public void learn() {
        jdbc.sql("CALL learn_table_sizes()").update();
    }
}
