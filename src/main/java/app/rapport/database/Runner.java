package app.rapport.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL's programs are run. In a session of their own, so that a signal to our process
 * group does not reach the database before we have stopped it in order. PostgreSQL refuses to run
 * as root; there it runs in a user namespace of its own, where files keep their owner and nobody
 * else gains a right.
 */
final class Runner {
    private Runner() {}

    static List<String> detached(List<String> command) {
        List<String> all = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) all.add("/usr/bin/setsid");
        if (isRoot()) {
            if (!namespacesWork()) {
                throw new DatabaseUnavailable(
                        "PostgreSQL refuses to run as root, and this machine allows no user namespaces."
                                + " Run bin/rapport as an ordinary user.");
            }
            all.addAll(List.of("unshare", "-U"));
        }
        all.addAll(command);
        return all;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean namespacesWork() {
        try {
            Process probe =
                    new ProcessBuilder("unshare", "-U", "true").redirectErrorStream(true).start();
            return probe.waitFor(5, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
