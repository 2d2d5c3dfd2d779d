package app.rapport.cli;

import app.rapport.database.DatabaseLocation;
import app.rapport.database.EmbeddedPostgres;
import app.rapport.database.GivenServer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --data DIR} and the database, as every command takes them. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the data lies; without it the XDG data folder.")
    private @Nullable Path folder;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            defaultValue = "${env:RAPPORT_DATABASE_URL}",
            description =
                    "A PostgreSQL of one's own instead of the embedded one:"
                            + " postgresql://rapport_app:PASSWORD@HOST/DATABASE."
                            + " Better given as RAPPORT_DATABASE_URL: a command line is seen by others.")
    private @Nullable String app;

    @Option(
            names = "--database-owner-url",
            paramLabel = "URL",
            defaultValue = "${env:RAPPORT_DATABASE_OWNER_URL}",
            description = "The same as the role that owns the tables; RAPPORT_DATABASE_OWNER_URL.")
    private @Nullable String owner;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Begins to start the database that was chosen; nothing has been waited for yet. */
    DatabaseLocation database() {
        return given().map(DatabaseLocation::on)
                .orElseGet(() -> DatabaseLocation.starting(EmbeddedPostgres.in(folder())));
    }

    /** The server of one's own, where one was named. */
    Optional<GivenServer> given() {
        boolean forApp = app != null && !app.isBlank();
        boolean forOwner = owner != null && !owner.isBlank();
        if (app != null && owner != null && forApp && forOwner)
            return Optional.of(new GivenServer(app, owner));
        if (forApp || forOwner)
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "--database-url and --database-owner-url are given together, or neither");
        return Optional.empty();
    }

    Path folder() {
        return (folder == null ? usual() : folder).toAbsolutePath().normalize();
    }

    private static Path usual() {
        String xdg = System.getenv("XDG_DATA_HOME");
        Path base =
                xdg == null || xdg.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".local", "share")
                        : Path.of(xdg);
        return base.resolve("rapport");
    }
}
