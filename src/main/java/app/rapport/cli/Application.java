package app.rapport.cli;

import app.rapport.Rapport;
import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.database.DatabaseLocation;
import app.rapport.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the rooms over a data folder, with or without the web. */
final class Application {
    private Application() {}

    /** Runs a command's work without a web server; whoever started the database stops it. */
    static <T> T with(DataOption data, Function<ConfigurableApplicationContext, T> work) {
        Path folder = data.folder();
        try (EmbeddedPostgres server = EmbeddedPostgres.in(folder)) {
            DatabaseLocation location = DatabaseLocation.starting(server);
            try (ConfigurableApplicationContext context =
                    builder(folder, location, WebApplicationType.NONE, Map.of()).run()) {
                return work.apply(context);
            }
        }
    }

    static SpringApplicationBuilder builder(
            Path folder,
            DatabaseLocation location,
            WebApplicationType type,
            Map<String, Object> properties) {
        return new SpringApplicationBuilder(Rapport.class)
                .web(type)
                .lazyInitialization(true)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .properties(Map.of("rapport.data", folder.toString()))
                .properties(properties)
                .initializers(context ->
                        ((GenericApplicationContext) context)
                                .registerBean(DatabaseLocation.class, () -> location));
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
