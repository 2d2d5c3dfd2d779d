package app.rapport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.SetupLinks;
import app.rapport.browser.Browser.Screen;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.ZoneId;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the set-up link to the settings, in a browser. */
@TestMethodOrder(OrderAnnotation.class)
class FirstHourTest {
    private static final String PASSWORD = "nine teasel heads";

    @RegisterExtension static final Browser browser = new Browser();

    @Test
    @Order(1)
    void a_fresh_server_is_claimed_by_its_link_with_the_keyboard_alone() {
        String link = browser.bean(SetupLinks.class).fresh().orElseThrow();
        try (Visit visit = browser.visit(Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open("/login");
            assertThat(page.getByText("no workspace yet")).isVisible();
            visit.open(link);
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("setup");
            type(page, "Tarn & Teasel Filters");
            type(page, "Nora Pelling");
            type(page, "nora@tarnteasel.example");
            page.keyboard().type("short");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Use at least 10 characters").first()).isVisible();
            assertThat(page.getByLabel("Your name")).hasValue("Nora Pelling");
            visit.shoot("setup-wrong");
            page.getByLabel("Password").fill(PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**/");
            visit.open(link);
            assertThat(page.getByText("set up already")).isVisible();
        }
    }

    private static void type(Page page, String text) {
        page.keyboard().type(text);
        page.keyboard().press("Tab");
    }

    @Test
    @Order(2)
    void every_page_of_settings_fits_and_is_accessible() {
        ensureSetUp();
        try (Visit visit = browser.visit(Screen.DESK, ColorScheme.LIGHT)) {
            visit.open("/settings");
            visit.look("login", Screen.SMALL_PHONE);
            logIn(visit);
            assertThat(visit.page()).hasURL(browser.address() + "/settings");
            for (String path :
                    new String[] {
                        "",
                        "/sessions",
                        "/second-factor",
                        "/workspaces",
                        "/workspace",
                        "/members",
                        "/audit",
                        "/tokens"
                    }) {
                visit.open("/settings" + path);
                visit.look("settings" + path.replace('/', '-'), Screen.SMALL_PHONE);
            }
            for (String path : new String[] {"/", "/people", "/imports", "/find", "/more"}) {
                visit.open(path);
                visit.look("empty" + path.replace('/', '-'), Screen.SMALL_PHONE);
            }
            visit.open("/no-such-page");
            visit.look("not-found", Screen.SMALL_PHONE);
        }
    }

    @Test
    @Order(3)
    void what_is_removed_comes_back_with_z() {
        ensureSetUp();
        try (Visit visit = browser.visit(Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open("/settings/workspace");
            logIn(visit);
            page.getByLabel("Another domain").fill("tarnteasel.example");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText("Everyone at tarnteasel.example is us.");
            page.getByLabel("Remove tarnteasel.example").click();
            Locator status = page.getByRole(AriaRole.STATUS);
            assertThat(status).containsText("tarnteasel.example is no longer us.");
            visit.shoot("undo");
            visit.press("z");
            assertThat(status).containsText("Everyone at tarnteasel.example is us.");
            visit.checkFit();
        }
    }

    @Test
    @Order(5)
    void a_first_visit_loads_less_than_150_kB() {
        ensureSetUp();
        try (Visit visit = browser.visit(Screen.DESK, ColorScheme.LIGHT)) {
            java.util.Map<String, Integer> sizes = new java.util.TreeMap<>();
            visit.page()
                    .onRequestFinished(request ->
                            sizes.merge(
                                    request.url(), request.sizes().responseBodySize, Integer::sum));
            visit.open("/settings/tokens");
            logIn(visit);
            visit.page().waitForLoadState();
            org.assertj.core.api.Assertions.assertThat(
                            sizes.values().stream().mapToInt(size -> size).sum())
                    .as("bytes over the wire: %s", sizes)
                    .isBetween(50_000, 150_000);
        }
    }

    @Test
    @Order(4)
    void the_palette_opens_by_key_and_gives_the_focus_back() {
        ensureSetUp();
        try (Visit visit = browser.visit(Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open("/settings/tokens");
            logIn(visit);
            page.keyboard().press("Control+k");
            assertThat(page.getByRole(AriaRole.COMBOBOX)).isFocused();
            page.keyboard().type("sett");
            assertThat(page.locator("#pal-list [role=option]").first()).containsText("Settings");
            visit.checkAccess();
            visit.shoot("palette");
            page.keyboard().press("Enter");
            page.waitForURL("**/settings");
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            visit.shoot("keys");
            page.keyboard().press("Escape");
            assertThat(page.locator("#keys")).isHidden();
            visit.checkFit();
        }
    }

    private static void ensureSetUp() {
        Access access = browser.bean(Access.class);
        if (access.anyWorkspace()) return;
        access.setUp(
                "Tarn & Teasel Filters",
                "nora@tarnteasel.example",
                "Nora Pelling",
                PASSWORD,
                ZoneId.of("Europe/London"));
    }

    private static void logIn(Visit visit) {
        visit.logIn("nora@tarnteasel.example", PASSWORD);
    }
}
