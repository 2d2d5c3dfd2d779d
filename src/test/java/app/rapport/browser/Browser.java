package app.rapport.browser;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Sessions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real browser on a real server over a real database, for the journeys of one test class:
 *
 * <pre>{@code
 * @RegisterExtension static final Browser browser = new Browser();
 * // … Visit visit = browser.visit(Screen.DESK, ColorScheme.LIGHT); visit.open("/people");
 * }</pre>
 *
 * Where there is no Chromium the class is skipped, and says so.
 */
public final class Browser implements BeforeAllCallback, AfterAllCallback {
    private com.microsoft.playwright.Browser chromium;
    private TestServer server;
    private final List<Visit> visits = new ArrayList<>();

    /** What people look through. */
    public enum Screen {
        DESK(1440, 900, false),
        PHONE(390, 844, true),
        SMALL_PHONE(320, 640, true);

        final int width;
        final int height;
        final boolean touch;

        Screen(int width, int height, boolean touch) {
            this.width = width;
            this.height = height;
            this.touch = touch;
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Assumptions.assumeFalse(
                Chromium.missing(), "no browser: " + Chromium.PROGRAM + " is missing");
        server = TestServer.start();
        chromium = Chromium.running();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        visits.forEach(Visit::close);
        if (server != null) server.close();
    }

    /** A browser window of its own: no cookies, nothing remembered. */
    public Visit visit(Screen screen, ColorScheme scheme) {
        return visit(screen, scheme, options(screen, scheme));
    }

    /** A window in which that member is logged in already. */
    public Visit visitAs(String email, Screen screen, ColorScheme scheme) {
        Visit visit = visit(screen, scheme);
        Member member = bean(Access.class).byEmail(Optional.of(email)).orElseThrow();
        String secret = bean(Sessions.class).open(member, "a test");
        visit.page()
                .context()
                .addCookies(List.of(new Cookie("rapport_session", secret).setUrl(address())));
        return visit;
    }

    /** A window that runs no script: pages must work in it too, and logging in. */
    public Visit withoutScript(Screen screen) {
        return visit(
                screen,
                ColorScheme.LIGHT,
                options(screen, ColorScheme.LIGHT).setJavaScriptEnabled(false));
    }

    private com.microsoft.playwright.Browser.NewContextOptions options(
            Screen screen, ColorScheme scheme) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address())
                .setViewportSize(screen.width, screen.height)
                .setHasTouch(screen.touch)
                .setIsMobile(screen.touch)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(scheme);
    }

    private Visit visit(
            Screen screen,
            ColorScheme scheme,
            com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext window = chromium.newContext(options);
        window.setDefaultTimeout(10_000);
        Page page = window.newPage();
        Visit visit = new Visit(page, screen, scheme);
        visits.add(visit);
        return visit;
    }

    public String address() {
        return server.address();
    }

    /** That runs, for a fixture that prepares a firm on it. */
    public TestServer server() {
        return server;
    }

    /** All beans of that type: those that plug into a socket. */
    public <T> java.util.Collection<T> beans(Class<T> type) {
        return server.beans(type);
    }

    /** A bean of the running server, to prepare what the journey finds. */
    public <T> T bean(Class<T> type) {
        return server.bean(type);
    }
}
