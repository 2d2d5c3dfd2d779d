package app.rapport.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The one browser of this process: windows are kept apart by their contexts, and a start takes
 * seconds.
 */
final class Chromium {
    /** The same engine without a window to draw, which nobody looks at, where there is one. */
    static final Path PROGRAM =
            Stream.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElse(Path.of("/usr/bin/chromium"));

    private Chromium() {}

    static boolean missing() {
        return !Files.isExecutable(PROGRAM);
    }

    /** Started by who asks first, and closed when the process ends. */
    static Browser running() {
        return Running.CHROMIUM;
    }

    private static final class Running {
        static final Browser CHROMIUM = start();

        private static Browser start() {
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(PROGRAM)
                                    .setArgs(
                                            List.of(
                                                    "--no-sandbox",
                                                    "--disable-background-networking")));
        }
    }
}
