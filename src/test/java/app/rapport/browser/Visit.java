package app.rapport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One window on the server, and what it complained about. */
public final class Visit implements AutoCloseable {
    private final Page page;
    private final Browser.Screen screen;
    private final ColorScheme scheme;
    private final List<String> complaints;

    Visit(Page page, Browser.Screen screen, ColorScheme scheme) {
        this(page, screen, scheme, new ArrayList<>());
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // Chromium reports a refused form, which is an answer of ours, as an error of the page
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
    }

    private Visit(Page page, Browser.Screen screen, ColorScheme scheme, List<String> complaints) {
        this.page = page;
        this.screen = screen;
        this.scheme = scheme;
        this.complaints = complaints;
    }

    public Page page() {
        return page;
    }

    public Response open(String path) {
        Response response = page.navigate(path);
        settle();
        return response;
    }

    /** Until what the page asks for of itself is there. */
    private void settle() {
        page.waitForLoadState(LoadState.LOAD);
        page.waitForFunction("() => !document.querySelector('.htmx-request')");
    }

    /** A key, once there is somebody who hears it: a page that is still read does not. */
    public void press(String key) {
        settle();
        page.keyboard().press(key);
    }

    /** Fills the log-in that is shown, and waits for the page that was wanted. */
    public void logIn(String email, String password) {
        page.getByLabel("Mail address").fill(email);
        page.getByLabel("Password").fill(password);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !URI.create(url).getPath().equals("/login"));
    }

    /**
     * Into {@code target/shots}, as name-width-scheme.png, where RAPPORT_TEST_SHOTS is set: for
     * somebody to look at, and a third of the time of a journey.
     */
    public void shoot(String name) {
        settle();
        if (System.getenv("RAPPORT_TEST_SHOTS") == null) return;
        page.evaluate("document.fonts.ready");
        String file =
                "%s-%d-%s.png"
                        .formatted(name, screen.width, scheme.name().toLowerCase(Locale.ROOT));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/shots", file)));
    }

    /**
     * All that is asked of a page that stands: it fits, everybody can use it, and it is shot.
     *
     * @param others on which the same page is looked at too, in the other scheme: nobody has to
     *     come there a second time
     */
    public void look(String name, Browser.Screen... others) {
        checkFit();
        checkAccess();
        shoot(name);
        for (Browser.Screen other : others)
            new Visit(page, other, other(scheme), complaints).lookInstead(name, this);
    }

    private void lookInstead(String name, Visit before) {
        CDPSession device = page.context().newCDPSession(page);
        try {
            take(device);
            look(name);
        } finally {
            device.detach();
            before.takeBack();
        }
    }

    private void takeBack() {
        // one that is as wide as it was believed to be is not set
        page.setViewportSize(screen.width, screen.height - 1);
        page.setViewportSize(screen.width, screen.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private void take(CDPSession device) {
        JsonObject metrics = new JsonObject();
        metrics.addProperty("width", screen.width);
        metrics.addProperty("height", screen.height);
        metrics.addProperty("deviceScaleFactor", 1);
        metrics.addProperty("mobile", screen.touch);
        device.send("Emulation.setDeviceMetricsOverride", metrics);
        JsonObject touch = new JsonObject();
        touch.addProperty("enabled", screen.touch);
        device.send("Emulation.setTouchEmulationEnabled", touch);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private static ColorScheme other(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? ColorScheme.LIGHT : ColorScheme.DARK;
    }

    /** Of a network that was cut on purpose the browser complains too. */
    public void forgive() {
        complaints.clear();
    }

    /** The page fits its width, no script failed, no rule of content security was broken. */
    public void checkFit() {
        Object wider =
                page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wider).intValue())
                .as("sideways overflow of %s at %d px", page.url(), screen.width)
                .isLessThanOrEqualTo(0);
        assertThat(complaints).as("complaints of the browser on %s", page.url()).isEmpty();
    }

    /** What axe finds against WCAG 2.2 AA and best practice, as "rule: where". */
    @SuppressWarnings("unchecked")
    public void checkAccess() {
        List<String> found = (List<String>) page.evaluate(AxeScript.CHECK, AxeScript.PATH);
        if (found == null) {
            page.evaluate(AxeScript.text());
            found = (List<String>) page.evaluate(AxeScript.CHECK, AxeScript.PATH);
        }
        assertThat(found).as("axe on %s, %s", page.url(), scheme).isEmpty();
    }

    @Override
    public void close() {
        page.context().close();
    }
}
