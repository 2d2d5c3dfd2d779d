package app.rapport.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.kernel.WorkspaceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;

/** Faults are planted that a hurried hand could make; no row of another workspace may be seen. */
class WorkspaceIsolationTest {
    @RegisterExtension static final TestDatabase database = new TestDatabase();

    private static final WorkspaceId NORTH = new WorkspaceId(UUID.randomUUID());
    private static final WorkspaceId SOUTH = new WorkspaceId(UUID.randomUUID());

    @BeforeAll
    static void plant_a_table_with_a_row_for_each_workspace() {
        var owner = database.owner().jdbc();
        owner.sql("CREATE TABLE planted (workspace_id uuid NOT NULL, word text NOT NULL)").update();
        owner.sql("CALL guard_workspace('planted')").update();
        for (WorkspaceId workspace : List.of(NORTH, SOUTH)) {
            owner.sql("INSERT INTO planted VALUES (?, ?)")
                    .params(workspace.value(), workspace.equals(NORTH) ? "north" : "south")
                    .update();
        }
    }

    @Test
    void a_query_that_forgot_its_filter_sees_its_own_workspace_only() {
        assertThat(wordsIn(NORTH)).containsExactly("north");
        assertThat(wordsIn(SOUTH)).containsExactly("south");
    }

    @Test
    void a_used_connection_never_stays_in_the_workspace_of_its_last_user() {
        for (int round = 0; round < 50; round++) {
            assertThat(wordsIn(round % 2 == 0 ? NORTH : SOUTH))
                    .containsExactly(round % 2 == 0 ? "north" : "south");
        }
    }

    @Test
    void a_rollback_does_not_bring_the_last_workspace_back() {
        wordsIn(NORTH);
        CurrentWorkspace.run(
                SOUTH,
                () ->
                        database.transactions()
                                .executeWithoutResult(status -> {
                                    assertThat(words()).containsExactly("south");
                                    status.setRollbackOnly();
                                }));
        assertThat(wordsIn(SOUTH)).containsExactly("south");
        assertThat(wordsIn(NORTH)).containsExactly("north");
    }

    @Test
    void a_failed_statement_does_not_either() {
        assertThatThrownBy(() ->
                        CurrentWorkspace.run(
                                SOUTH,
                                () -> database.jdbc().sql("SELECT 1/0").query().singleValue()))
                .isInstanceOf(DataAccessException.class);
        assertThat(wordsIn(NORTH)).containsExactly("north");
    }

    @Test
    void a_filter_for_another_workspace_finds_nothing() {
        CurrentWorkspace.run(
                NORTH,
                () ->
                        assertThat(
                                        database.jdbc()
                                                .sql(
                                                        "SELECT word FROM planted WHERE workspace_id = ?")
                                                .param(SOUTH.value())
                                                .query(String.class)
                                                .list())
                                .isEmpty());
    }

    @Test
    void a_row_for_another_workspace_is_refused() {
        assertThatThrownBy(() ->
                        CurrentWorkspace.run(
                                NORTH,
                                () ->
                                        database.jdbc()
                                                .sql("INSERT INTO planted VALUES (?, 'smuggled')")
                                                .param(SOUTH.value())
                                                .update()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void changing_and_deleting_reach_the_own_workspace_only() {
        int reached =
                CurrentWorkspace.call(
                        NORTH,
                        () -> database.jdbc().sql("UPDATE planted SET word = word").update());
        assertThat(reached).isEqualTo(1);
    }

    @Test
    void without_a_workspace_no_connection_is_handed_out() {
        assertThatThrownBy(WorkspaceIsolationTest::words)
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasStackTraceContaining("no workspace");
    }

    @Test
    void outside_workspaces_no_row_of_any_is_seen() {
        assertThat(database.outside().jdbc().sql("SELECT word FROM planted").query().listOfRows())
                .isEmpty();
    }

    @Test
    void the_apps_role_cannot_switch_the_guard_off() throws SQLException {
        CurrentWorkspace.callThrowing(
                NORTH,
                () -> {
                    try (Connection connection = database.dataSource().getConnection();
                            Statement statement = connection.createStatement()) {
                        for (String attempt :
                                List.of(
                                        "ALTER TABLE planted DISABLE ROW LEVEL SECURITY",
                                        "DROP POLICY workspace ON planted",
                                        "SET ROLE rapport_owner",
                                        "TRUNCATE planted")) {
                            assertThatThrownBy(() -> statement.execute(attempt))
                                    .isInstanceOf(SQLException.class);
                        }
                        statement.execute("SET row_security = off");
                        assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM planted"))
                                .hasMessageContaining("row-level security");
                        statement.execute("RESET row_security");
                    }
                    return null;
                });
    }

    @Test
    void every_table_with_a_workspace_is_guarded_or_on_the_short_list() {
        List<String> open =
                database.owner()
                        .jdbc()
                        .sql(
                                """
                                SELECT c.relname FROM pg_class c
                                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
                                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                                  AND NOT c.relrowsecurity
                                ORDER BY 1
                                """)
                        .query(String.class)
                        .list();
        assertThat(open).isSubsetOf(DatabaseHealth.OUTSIDE_WORKSPACES);
    }

    private static List<String> wordsIn(WorkspaceId workspace) {
        return CurrentWorkspace.call(workspace, WorkspaceIsolationTest::words);
    }

    private static List<String> words() {
        return database.jdbc().sql("SELECT word FROM planted").query(String.class).list();
    }
}
