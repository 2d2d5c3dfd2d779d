package app.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.CurrentWorkspace;
import app.rapport.database.TestDatabase;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Seen;
import app.rapport.kernel.WorkspaceId;
import app.rapport.people.model.PeopleQuery;
import app.rapport.people.store.PeopleFilters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Lists use their indexes whatever somebody sees: asked as the app's role, five workspaces filled.
 */
class SeenPlansTest {
    @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

    private static WorkspaceId here;
    private static MemberId seller;

    @BeforeAll
    static void fiveWorkspacesOfTwentyThousand() {
        var owner = DATABASE.owner().jdbc();
        owner.sql(
                        """
                        INSERT INTO workspace (id, name, created_at)
                        SELECT gen_random_uuid(), 'w' || n, now() FROM generate_series(1, 5) n
                        """)
                .update();
        owner.sql(
                        """
                        WITH l AS (INSERT INTO login (id, email, email_key, password_hash, created_at)
                                   SELECT gen_random_uuid(), n || '@x', n || '@x', '', now() FROM generate_series(1, 20) n
                                   RETURNING id)
                        INSERT INTO member (workspace_id, id, login_id, name, role, created_at)
                        SELECT w.id, gen_random_uuid(), l.id, 'm', 'seller', now() FROM workspace w CROSS JOIN l
                        """)
                .update();
        owner.sql(
                        """
                        INSERT INTO contact (workspace_id, id, display_name, name_key, owner_id, created_at, updated_at)
                        SELECT w.id, gen_random_uuid(), md5(n::text), md5(n::text),
                               (SELECT m.id FROM member m WHERE m.workspace_id = w.id ORDER BY m.id OFFSET n % 20 LIMIT 1),
                               now(), now()
                        FROM workspace w CROSS JOIN generate_series(1, 20000) n
                        """)
                .update();
        owner.sql("VACUUM ANALYZE contact").update();
        here =
                new WorkspaceId(
                        owner.sql("SELECT min(id::text)::uuid FROM workspace")
                                .query(UUID.class)
                                .single());
        seller =
                new MemberId(
                        owner.sql(
                                        "SELECT id FROM member WHERE workspace_id = :here ORDER BY id LIMIT 1")
                                .param("here", here.value())
                                .query(UUID.class)
                                .single());
    }

    @Test
    void the_list_of_who_sees_all_walks_the_index_of_names() {
        assertThat(plan(Seen.ALL)).contains("contact_name").doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void the_list_of_who_sees_their_own_finds_them_by_their_owner() {
        assertThat(plan(new Seen(Set.of(seller))))
                .contains("contact_owner")
                .doesNotContain("Seq Scan");
    }

    private static String plan(Seen seen) {
        return CurrentWorkspace.callThrowing(
                here,
                seen,
                () -> {
                    var filters =
                            PeopleFilters.of(
                                    new app.rapport.kernel.Viewer(
                                            here, seller, java.time.ZoneOffset.UTC),
                                    PeopleQuery.all(),
                                    List.of(),
                                    List.of(),
                                    java.time.Clock.systemUTC());
                    return String.join(
                            "\n",
                            DATABASE.jdbc()
                                    .sql(
                                            "EXPLAIN SELECT c.id FROM contact c WHERE "
                                                    + filters.sql()
                                                    + " ORDER BY c.name_key, c.id LIMIT 51")
                                    .params(filters.values())
                                    .query(String.class)
                                    .list());
                });
    }
}
