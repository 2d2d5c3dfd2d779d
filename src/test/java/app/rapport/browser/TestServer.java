package app.rapport.browser;

import app.rapport.Rapport;
import app.rapport.access.QuickPasswords;
import app.rapport.database.DatabaseAccess;
import app.rapport.database.DatabaseLocation;
import app.rapport.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The whole application on a port of its own, with a database and a data folder of its own. A
 * server remembers nothing that is not in its database: once that is emptied, the next test takes
 * it over.
 */
public final class TestServer implements AutoCloseable {
    /**
     * What comes by itself comes before somebody who waits for it has given up; and providers of
     * log-ins and tokens stand beside this server.
     */
    private static final Map<String, Object> SETTINGS =
            Map.of(
                    "rapport.jobs.pace",
                    "PT1S",
                    "rapport.mailboxes.every",
                    "PT1S",
                    "rapport.login-private-networks",
                    true,
                    "rapport.token-private-networks",
                    true);

    private static final Map<WebApplicationType, Deque<Running>> FREE =
            new EnumMap<>(WebApplicationType.class);

    private final Running running;

    private TestServer(Running running) {
        this.running = running;
    }

    /**
     * @param web whether it has pages; one without is not taken over by a test that asks for them
     * @param lent its database; empty where the test has brought one
     */
    private record Running(
            Path folder,
            ConfigurableApplicationContext context,
            WebApplicationType web,
            Optional<DatabaseAccess> lent) {

        static Running started(
                WebApplicationType web,
                DatabaseAccess database,
                Optional<DatabaseAccess> lent,
                ApplicationContextInitializer<GenericApplicationContext> more) {
            Path folder = newFolder();
            ConfigurableApplicationContext context =
                    new SpringApplicationBuilder(Rapport.class)
                            .web(web)
                            .lazyInitialization(true)
                            .logStartupInfo(false)
                            .properties(
                                    Map.of(
                                            "server.port",
                                            0,
                                            "server.address",
                                            "localhost",
                                            "rapport.data",
                                            folder.toString()))
                            .properties(SETTINGS)
                            .initializers(
                                    one -> prepare((GenericApplicationContext) one, database, more))
                            .run();
            return new Running(folder, context, web, lent);
        }

        private static void prepare(
                GenericApplicationContext context,
                DatabaseAccess database,
                ApplicationContextInitializer<GenericApplicationContext> more) {
            context.registerBean(DatabaseLocation.class, () -> DatabaseLocation.of(database));
            new QuickPasswords().initialize(context);
            context.registerBean(
                    "axe",
                    ServletRegistrationBean.class,
                    AxeScript::served,
                    bean -> bean.setLazyInit(false));
            more.initialize(context);
        }

        private static Path newFolder() {
            try {
                return Files.createTempDirectory("rapport-test");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Whether nothing is left of the test before. */
        boolean emptied() {
            try {
                Files.deleteIfExists(folder.resolve("erased.tombstones"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return lent.map(TestDatabase::emptied).orElse(false);
        }

        void end() {
            context.close();
            lent.ifPresent(TestDatabase::dropped);
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static TestServer start() {
        return start(WebApplicationType.SERVLET);
    }

    /** As a command starts it: without pages, and nothing comes by itself. */
    public static TestServer withoutWeb() {
        return start(WebApplicationType.NONE);
    }

    private static synchronized TestServer start(WebApplicationType web) {
        Deque<Running> free = FREE.computeIfAbsent(web, _ -> new ArrayDeque<>());
        if (!free.isEmpty()) return new TestServer(free.remove());
        DatabaseAccess lent = TestDatabase.lent();
        return new TestServer(Running.started(web, lent, Optional.of(lent), _ -> {}));
    }

    /** One of several on a database, each with beans of its own beside the program's. */
    public static TestServer startOn(
            TestDatabase database, ApplicationContextInitializer<GenericApplicationContext> more) {
        return new TestServer(
                Running.started(
                        WebApplicationType.SERVLET, database.access(), Optional.empty(), more));
    }

    public String address() {
        return "http://localhost:"
                + running.context().getEnvironment().getProperty("local.server.port");
    }

    /** A bean of the running server, to prepare what a test finds. */
    public <T> T bean(Class<T> type) {
        return running.context().getBean(type);
    }

    /** All beans of that type: those that plug into a socket. */
    public <T> Collection<T> beans(Class<T> type) {
        return running.context().getBeansOfType(type).values();
    }

    public <T> T bean(String name, Class<T> type) {
        return running.context().getBean(name, type);
    }

    @Override
    public void close() {
        synchronized (TestServer.class) {
            if (running.emptied())
                FREE.computeIfAbsent(running.web(), _ -> new ArrayDeque<>()).add(running);
            else running.end();
        }
    }
}
