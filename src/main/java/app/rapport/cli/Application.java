package app.rapport.cli;

import app.rapport.Rapport;
import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.database.DatabaseLocation;
import app.rapport.database.Trouble;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the rooms over a data folder, with or without the web. */
final class Application {
    private static volatile boolean interrupted;

    private Application() {}

    /** Runs a command's work without a web server; whoever started the database stops it. */
    static <T> T with(DataOption data, Function<ConfigurableApplicationContext, T> work) {
        return with(data.folder(), data.database(), work);
    }

    static <T> T with(
            Path folder,
            DatabaseLocation location,
            Function<ConfigurableApplicationContext, T> work) {
        Thread whenTold = new Thread(() -> interrupt(location), "end");
        Runtime.getRuntime().addShutdownHook(whenTold);
        Blueprint.follow();
        try (ConfigurableApplicationContext context =
                builder(folder, location, WebApplicationType.NONE, Map.of()).run()) {
            return work.apply(context);
        } catch (RuntimeException e) {
            throw interrupted
                    ? e
                    : Trouble.sentence(e, folder).<RuntimeException>map(Failure::new).orElse(e);
        } finally {
            location.end();
            if (!interrupted) Runtime.getRuntime().removeShutdownHook(whenTold);
        }
    }

    /** A signal ends the program, but not the work's thread: its connections end below it. */
    private static void interrupt(DatabaseLocation location) {
        interrupted = true;
        location.end();
    }

    /** What fails from now on fails because we were told to end. */
    static boolean interrupted() {
        return interrupted;
    }

    static SpringApplicationBuilder builder(
            Path folder,
            DatabaseLocation location,
            WebApplicationType type,
            Map<String, Object> properties) {
        return new SpringApplicationBuilder(Rapport.class)
                .main(Blueprint.class)
                .web(type)
                .lazyInitialization(true)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .properties(Map.of("rapport.data", folder.toString()))
                .properties(properties)
                .initializers(context ->
                        context.getBeanFactory().registerSingleton("databaseLocation", location));
    }

    /** The member that a command works for: by address, or the only one there is. */
    static Member member(
            org.springframework.context.ApplicationContext context, Optional<String> email) {
        return context.getBean(Access.class)
                .byEmail(email)
                .orElseThrow(() ->
                        new Failure(
                                email.map(e -> "nobody logs in as " + e)
                                        .orElse("say for whom with --email")));
    }
}
