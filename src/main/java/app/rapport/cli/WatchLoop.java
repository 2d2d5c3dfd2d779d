package app.rapport.cli;

import app.rapport.exchange.FolderWatch;
import app.rapport.exchange.model.Progress;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationContext;

/** Looks into a folder until a signal ends the program; what was begun is stored whole or not. */
final class WatchLoop {
    private static final Duration EVERY = Duration.ofSeconds(2);

    /** A look that takes long is taken rarely: at most a tenth of the time. */
    private static final int SHARE = 10;

    private WatchLoop() {}

    static int run(ApplicationContext context, Viewer viewer, Path folder) {
        FolderWatch watch = context.getBean(FolderWatch.class);
        System.err.println("Watching " + folder + ". End with Ctrl-C.");
        try {
            while (!Application.interrupted()) {
                Instant began = Instant.now();
                if (watch.look(viewer, folder) > 0)
                    watch.progress(viewer, folder).ifPresent(WatchLoop::show);
                Duration rest = Duration.between(began, Instant.now()).multipliedBy(SHARE);
                Thread.sleep(rest.compareTo(EVERY) > 0 ? rest : EVERY);
            }
            return 0;
        } catch (IOException e) {
            throw new Failure(folder + " cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static void show(Progress progress) {
        System.err.printf(
                "%,d read = %,d stored + %,d already known + %,d set aside%n",
                progress.read(), progress.stored(), progress.alreadyKnown(), progress.setAside());
    }
}
