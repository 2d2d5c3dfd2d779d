package app.rapport.browser;

import app.rapport.Rapport;
import app.rapport.database.DatabaseLocation;
import app.rapport.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The whole application on a port of its own, with a database and a data folder of its own. */
public final class TestServer implements AutoCloseable {
    private final Path folder;
    private final ConfigurableApplicationContext context;

    private TestServer(
            Path folder,
            Map<String, Object> settings,
            ApplicationContextInitializer<GenericApplicationContext> beans) {
        this.folder = folder;
        this.context =
                new SpringApplicationBuilder(Rapport.class)
                        .web(WebApplicationType.SERVLET)
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
                        .properties(settings)
                        .initializers(
                                started -> beans.initialize((GenericApplicationContext) started))
                        .run();
    }

    public static TestServer start() {
        return start(Map.of());
    }

    public static TestServer start(Map<String, Object> settings) {
        try {
            return new TestServer(
                    Files.createTempDirectory("rapport-test"),
                    settings,
                    new TestDatabase.InSpring());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of several on a database, each with beans of its own beside the program's. */
    public static TestServer startOn(
            TestDatabase database, ApplicationContextInitializer<GenericApplicationContext> more) {
        try {
            return new TestServer(
                    Files.createTempDirectory("rapport-test"),
                    Map.of(),
                    context -> {
                        context.registerBean(
                                DatabaseLocation.class,
                                () -> DatabaseLocation.of(database.access()));
                        more.initialize(context);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** A bean of the running server, to prepare what a test finds. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of that type: those that plug into a socket. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
