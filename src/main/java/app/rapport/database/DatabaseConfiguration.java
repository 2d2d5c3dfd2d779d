package app.rapport.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Three doors to one database: the app in a workspace (the default everywhere), the app in none,
 * and the owner. The schema is migrated before the first door opens.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** The pool below it is no bean: a connection that skips the workspace cannot be injected. */
    @Bean
    @Primary
    WorkspaceDataSource workspaceDataSource(
            DatabaseLocation location,
            Migrations migrations,
            @Value("${rapport.pool:14}") int size) {
        migrations.bringUpToDate();
        return new WorkspaceDataSource(
                pool(location.access().url(), location.access().app(), "app", size));
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(WorkspaceDataSource workspaceDataSource) {
        return JdbcClient.create(workspaceDataSource);
    }

    @Bean
    @Primary
    DataSourceTransactionManager transactionManager(WorkspaceDataSource workspaceDataSource) {
        return new DataSourceTransactionManager(workspaceDataSource);
    }

    @Bean
    OutsideWorkspace outsideWorkspace(DatabaseLocation location, DataSource afterMigrations) {
        return new OutsideWorkspace(
                pool(location.access().url(), location.access().app(), "outside", 8));
    }

    @Bean
    Presence presence(DatabaseLocation location, DataSource afterMigrations) {
        return new Presence(() -> {
            DatabaseAccess access = location.access();
            Properties as = new Properties();
            as.setProperty("user", access.app().user());
            as.setProperty("password", access.app().password());
            as.setProperty("ApplicationName", "rapport presence");
            return DriverManager.getConnection(access.url(), as);
        });
    }

    @Bean
    OwnerDatabase ownerDatabase(DatabaseLocation location) {
        return new OwnerDatabase(
                pool(location.access().url(), location.access().owner(), "owner", 2));
    }

    @Bean
    Migrations migrations(DatabaseLocation location, OwnerDatabase owner) {
        return new Migrations(owner, location);
    }

    static HikariDataSource pool(
            String url, DatabaseAccess.Credentials credentials, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(credentials.user());
        config.setPassword(credentials.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(20_000);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "rapport " + name);
        return new HikariDataSource(config);
    }
}
