package app.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trigger that copies a company's name to its people finds the company by its key. */
class CompanyKeyPlanTest {
    @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void no_index_of_names_is_walked_for_each_person() {
        JdbcClient owner = DATABASE.owner().jdbc();
        owner.sql(
                        "INSERT INTO workspace (id, name, created_at) VALUES (gen_random_uuid(), 'w', now())")
                .update();
        owner.sql(
                        """
                        INSERT INTO account (workspace_id, id, name, name_key, created_at, updated_at)
                        SELECT w.id, gen_random_uuid(), 'a' || n, 'a' || n, now(), now() FROM workspace w, generate_series(1, 3000) n
                        """)
                .update();
        long before = walks(owner);

        owner.sql(
                        """
                        INSERT INTO contact (workspace_id, id, display_name, account_id, created_at, updated_at)
                        SELECT workspace_id, gen_random_uuid(), 'Ida', id, now(), now() FROM account LIMIT 20
                        """)
                .update();

        assertThat(walks(owner)).isEqualTo(before);
        assertThat(
                        owner.sql("SELECT count(*) FROM contact WHERE company_key LIKE 'a%'")
                                .query(Long.class)
                                .single())
                .isEqualTo(20);
    }

    private static long walks(JdbcClient owner) {
        owner.sql("SELECT pg_stat_force_next_flush()").query().listOfRows();
        owner.sql("SELECT pg_stat_clear_snapshot()").query().listOfRows();
        return owner.sql(
                        "SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = 'account_by_name'")
                .query(Long.class)
                .single();
    }
}
