package app.rapport.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Key;
import app.rapport.access.MadeUpFirm;
import app.rapport.access.Member;
import app.rapport.access.Scope;
import app.rapport.access.SetupLinks;
import app.rapport.access.Workspaces;
import app.rapport.balance.Balances;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OwnerDatabase;
import app.rapport.experience.Experiences;
import app.rapport.experience.TouchPoints;
import app.rapport.kernel.Derived;
import app.rapport.kernel.Derived.Rebuilt;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.promises.Thanking;
import app.rapport.promises.Trusting;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the first page of a fresh server into the made-up firm, about in it, and out again. */
class DemoJourneyTest {
    private static final List<String> PAGES =
            List.of(
                    "/people",
                    "/accounts",
                    "/deals/board",
                    "/tasks",
                    "/promises",
                    "/feedback",
                    "/reports",
                    "/calendar",
                    "/negotiations",
                    "/duplicates");

    @RegisterExtension static final Browser browser = new Browser();

    @Test
    void looked_at_from_the_first_page_and_removed_without_a_trace() {
        String link = browser.bean(SetupLinks.class).fresh().orElseThrow();
        Map<String, Long> before = rows();
        try (Visit visit = browser.visit(Screen.DESK, ColorScheme.LIGHT)) {
            enter(visit, link);
            claimsNothingAndReachesNobody(link);
            everyLedgerDroppedAndRebuiltIsEqual();
            lookAround(visit);
            Page page = visit.page();
            page.getByText("Remove it").click();
            visit.checkFit();
            visit.checkAccess();
            page.getByText("Remove all of it").click();
            assertThat(page.locator("h1")).hasText("The made-up firm is gone");
            visit.checkAccess();
        }
        assertThat(rows()).isEqualTo(before);
        onceClaimedItsLinkOpensNothing(link);
    }

    private static void enter(Visit visit, String link) {
        Page page = visit.page();
        visit.open(link);
        visit.checkFit();
        visit.checkAccess();
        visit.shoot("demo-door");
        page.getByText("Look around in a made-up firm").click();
        page.getByText("As Ida Marlow")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(90_000));
        visit.checkAccess();
        visit.shoot("demo-choice");
        page.getByText("As Ida Marlow").click();
        page.waitForURL(url -> url.endsWith("/"));
        assertThat(page.locator(".r-made-up")).containsText("made up");
        assertThat(page.locator("main").textContent())
                .contains("Can your crew do it", "You promised", "They answered 2 of 7");
        visit.checkFit();
        visit.checkAccess();
        visit.shoot("demo-today");
    }

    private static void claimsNothingAndReachesNobody(String link) {
        assertThat(browser.bean(Access.class).anyWorkspace()).isFalse();
        assertThat(browser.bean(SetupLinks.class).isOpen(link.substring("/setup/".length())))
                .isTrue();
        assertThat(browser.bean(Demo.class).sellers())
                .hasSize(3)
                .allSatisfy(DemoJourneyTest::reachesNobody);
        Member ida = browser.bean(Demo.class).sellers().getFirst();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> browser.bean(Workspaces.class).make(ida, "Real"))
                .hasMessageContaining("made-up");
    }

    /**
     * The firm has something in each of them; what is concluded when asked is the same after it.
     */
    private static void everyLedgerDroppedAndRebuiltIsEqual() {
        Viewer ida = browser.bean(Demo.class).sellers().getFirst().viewer();
        Instant at = Instant.now();
        Map<String, Object> before = concluded(ida, at);
        for (Derived ledger : browser.beans(Derived.class)) {
            Rebuilt rebuilt = CurrentWorkspace.call(ida.workspace(), () -> ledger.rebuild(ida));
            assertThat(rebuilt.rows()).as(ledger.what()).isPositive();
            assertThat(rebuilt).as(ledger.what()).isEqualTo(new Rebuilt(rebuilt.rows(), 0, true));
        }
        Map<String, Object> after = concluded(ida, at);
        before.forEach((ledger, what) -> assertThat(after.get(ledger)).as(ledger).isEqualTo(what));
    }

    private static Map<String, Object> concluded(Viewer ida, Instant at) {
        List<PersonId> people = people(ida);
        return CurrentWorkspace.call(
                ida.workspace(),
                () ->
                        Map.of(
                                "trust",
                                people.stream()
                                        .map(one -> browser.bean(Trusting.class).with(ida, one, at))
                                        .toList(),
                                "experience",
                                browser.bean(Experiences.class).ofEach(ida, people, at),
                                "balance",
                                browser.bean(Balances.class).ofEach(ida, people, at),
                                "thanks",
                                browser.bean(Thanking.class).owed(ida, at),
                                "touch points",
                                browser.bean(TouchPoints.class).all(ida)));
    }

    private static List<PersonId> people(Viewer ida) {
        return browser
                .bean(OwnerDatabase.class)
                .jdbc()
                .sql(
                        "SELECT id FROM contact WHERE workspace_id = :workspace AND deleted_at IS NULL ORDER BY id")
                .param("workspace", ida.workspace().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    private static void reachesNobody(Member seller) {
        Key key = new Key(seller, Scope.WRITE);
        for (Right right :
                List.of(Right.CONNECT, Right.MANAGE_MEMBERS, Right.CHANGE_WORKSPACE, Right.ERASE))
            assertThat(key.opens(right)).as(seller.name() + " " + right).isFalse();
        assertThat(key.opens(Right.WRITE_RECORDS)).isTrue();
    }

    private static void lookAround(Visit visit) {
        for (String path : PAGES) {
            assertThat(visit.open(path).status()).as(path).isEqualTo(200);
            assertThat(visit.page().locator(".r-made-up")).isVisible();
            visit.checkFit();
        }
    }

    /** Whoever set up their own has no made-up firm any more, and no door to one. */
    private static void onceClaimedItsLinkOpensNothing(String link) {
        String token = link.substring("/setup/".length());
        browser.bean(MadeUpFirm.class)
                .make(
                        "Left over",
                        List.of(
                                new MadeUpFirm.Seller(
                                        "Ida", "ida@left.example", app.rapport.access.Role.SELLER)),
                        ZoneId.of("UTC"));
        assertThat(browser.bean(DemoDoor.class).opens(token)).isTrue();
        browser.bean(SetupLinks.class)
                .claim(
                        token,
                        "Tarn",
                        "nora@tarn.example",
                        "Nora",
                        "four sample cartridges",
                        ZoneId.of("UTC"));
        assertThat(browser.bean(DemoDoor.class).opens(token)).isFalse();
        assertThat(browser.bean(MadeUpFirm.class).there()).isEmpty();
        assertThat(browser.bean(MadeUpFirm.class).remove()).isFalse();
        assertThat(browser.bean(Access.class).anyWorkspace()).isTrue();
    }

    /** Of every table but that of recurring jobs, whoever's it is. */
    private static Map<String, Long> rows() {
        JdbcClient jdbc = browser.bean(OwnerDatabase.class).jdbc();
        Map<String, Long> rows = new TreeMap<>();
        for (String table :
                jdbc.sql(
                                """
                                SELECT relname FROM pg_class
                                WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'scheduled_tasks'
                                """)
                        .query(String.class)
                        .list())
            rows.put(
                    table,
                    jdbc.sql("SELECT count(*) FROM \"" + table + '"').query(Long.class).single());
        return rows;
    }
}
