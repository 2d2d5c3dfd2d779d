package app.rapport.database;

import app.rapport.access.QuickPasswords;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A migrated database of the test's own, made from a template or emptied after the test before. All
 * rooms' tests use it, most of them without Spring:
 *
 * <pre>{@code
 * @RegisterExtension static final TestDatabase database = new TestDatabase();
 * // … database.jdbc(), inside CurrentWorkspace.run(workspace, …)
 * }</pre>
 *
 * With Spring, a class says {@code @SpringBootTest @ContextConfiguration(initializers =
 * TestDatabase.InSpring.class)}.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    private TestCluster cluster;
    private DatabaseAccess access;
    private WorkspaceDataSource workspaces;
    private HikariDataSource outside;
    private HikariDataSource owner;

    @Override
    public void beforeAll(ExtensionContext context) {
        open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** For tests that need no class of their own database, in a try block. */
    public static TestDatabase opened() {
        TestDatabase database = new TestDatabase();
        database.open();
        return database;
    }

    private void open() {
        cluster = TestCluster.running();
        access = cluster.fresh();
        workspaces =
                new WorkspaceDataSource(
                        DatabaseConfiguration.pool(access.url(), access.app(), "test app", 4));
        outside = DatabaseConfiguration.pool(access.url(), access.app(), "test outside", 2);
        owner = DatabaseConfiguration.pool(access.url(), access.owner(), "test owner", 2);
    }

    @Override
    public void close() {
        workspaces.close();
        outside.close();
        owner.close();
        cluster.giveBack(access);
    }

    /** A fresh database for a server that outlives one test. */
    public static DatabaseAccess lent() {
        return TestCluster.running().fresh();
    }

    /** Empties one that a server still uses; false when it is not as good as a fresh one. */
    public static boolean emptied(DatabaseAccess lent) {
        return TestCluster.running().empty(lent);
    }

    /** Takes one back that nobody can use any more. */
    public static void dropped(DatabaseAccess lent) {
        TestCluster.running().drop(lent);
    }

    /** The app's role in the current workspace: what a room's beans get. */
    public DataSource dataSource() {
        return workspaces;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(workspaces);
    }

    public DataSourceTransactionManager transactionManager() {
        return new DataSourceTransactionManager(workspaces);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(transactionManager());
    }

    public OutsideWorkspace outside() {
        return new OutsideWorkspace(outside);
    }

    /** The tables' owner, to look at what no workspace shows, and to plant tables. */
    public OwnerDatabase owner() {
        return new OwnerDatabase(owner);
    }

    /** Another process on it, as others see it. */
    public Presence presence() {
        return new Presence(() -> {
            DatabaseAccess.Credentials app = access.app();
            return DriverManager.getConnection(access.url(), app.user(), app.password());
        });
    }

    public DatabaseAccess access() {
        return access;
    }

    /** Gives a Spring context a database of its own; it goes when the test run ends. */
    public static final class InSpring
            implements ApplicationContextInitializer<GenericApplicationContext> {
        @Override
        public void initialize(GenericApplicationContext context) {
            DatabaseAccess access = TestCluster.running().fresh();
            context.registerBean(DatabaseLocation.class, () -> DatabaseLocation.of(access));
            new QuickPasswords().initialize(context);
        }
    }
}
