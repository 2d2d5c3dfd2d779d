package app.rapport.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How PostgreSQL's programs are run. In a session of their own, so that a signal to our process
 * group does not reach the database before we have stopped it in order. PostgreSQL refuses to run
 * as root: there it runs in a user namespace of its own, where files keep their owner and any
 * folder will do, or, where the machine allows no namespaces (many containers), as a system user.
 *
 * @param prefix what stands before each command
 * @param systemUser who must own the cluster's folder, where that is not us
 */
record Runner(List<String> prefix, Optional<String> systemUser) {
    private static final Path SHARED_CACHE = Path.of("/var/cache");

    /**
     * @param data the data folder, which exists
     * @param cluster its cluster, which may not exist yet; one made for a system user stays with it
     */
    static Runner on(Path data, Path cluster) throws IOException {
        List<String> session =
                Files.isExecutable(Path.of("/usr/bin/setsid"))
                        ? List.of("/usr/bin/setsid")
                        : List.of();
        if (!isRoot()) return new Runner(session, Optional.empty());
        Optional<String> owner =
                Files.exists(cluster)
                        ? Optional.of(Files.getOwner(cluster).getName())
                        : Optional.empty();
        if (owner.filter(name -> !name.equals("root")).isPresent()) {
            return asSystemUser(session, owner.get());
        }
        if (works(List.of("unshare", "-U", "true"))) {
            return new Runner(joined(session, List.of("unshare", "-U")), Optional.empty());
        }
        return Stream.of("postgres", "nobody")
                .filter(user -> owner.isEmpty())
                .filter(user -> works(joined(drop(user), List.of("test", "-x", data.toString()))))
                .findFirst()
                .map(user -> asSystemUser(session, user))
                .orElseThrow(() ->
                        new DatabaseUnavailable(
                                "PostgreSQL refuses to run as root: run bin/rapport as an ordinary user,"
                                        + " or with a --data folder that every user may enter."));
    }

    private static Runner asSystemUser(List<String> session, String user) {
        return new Runner(joined(session, drop(user)), Optional.of(user));
    }

    List<String> command(List<String> command) {
        return joined(prefix, command);
    }

    /**
     * Where the programs are unpacked: the user's own cache, or one that a system user can read.
     */
    Path cache() {
        if (systemUser.isPresent()) return SHARED_CACHE.resolve("rapport");
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache);
        return base.resolve("rapport");
    }

    /** Gives a file or folder to whom PostgreSQL runs as. */
    void handOver(Path path) throws IOException {
        if (systemUser.isEmpty()) return;
        UserPrincipal user =
                path.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(systemUser.get());
        Files.setOwner(path, user);
    }

    private static List<String> drop(String user) {
        return List.of("setpriv", "--reuid=" + user, "--regid=65534", "--clear-groups", "--");
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean works(List<String> command) {
        try {
            Process probe =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return probe.waitFor(5, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
