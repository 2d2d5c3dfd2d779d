package app.rapport.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.rapport.access.openid.TestProvider;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.people.ContactBook;
import app.rapport.people.model.ContactField;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody comes into a firm, may less, leaves, and is back; and the firm's own way in. */
class MembersJourneyTest {
    private static final String PASSWORD = "nine teasel heads";
    private static final String NORA = "nora@teasel.example";

    @RegisterExtension static final Browser browser = new Browser();

    private static Member nora;

    @BeforeAll
    static void aFirm() {
        nora =
                browser.bean(Access.class)
                        .setUp("Teasel", NORA, "Nora Pelling", PASSWORD, ZoneId.of("UTC"));
    }

    @Test
    void from_an_invitation_to_the_handover_and_back() {
        try (Visit owner = browser.visit(Screen.DESK, ColorScheme.LIGHT);
                Visit guest = browser.visit(Screen.PHONE, ColorScheme.DARK)) {
            owner.open("/settings/members");
            owner.logIn(NORA, PASSWORD);
            Page page = owner.page();
            page.getByLabel("Mail address").fill("ines@teasel.example");
            page.getByText("Make link").click();
            String link = page.locator(".r-secret code").innerText();

            guest.open(link);
            look(guest, "join");
            guest.page().getByLabel("Your name").fill("Ines Okafor");
            guest.page().getByLabel("Password").fill("ten words of her own");
            guest.page().keyboard().press("Enter");
            guest.page().waitForURL(url -> !url.contains("/join/"));
            PersonId person = addedBy(member("ines@teasel.example"));

            owner.open("/settings/members");
            page.getByLabel("Role of Ines Okafor").selectOption("read-only");
            assertThat(page.locator("#undo")).containsText("Ines Okafor: Read only.");
            look(owner, "members");
            org.assertj.core.api.Assertions.assertThat(
                            guest.open("/people/" + person + "/merge").status())
                    .as("what she may no more looks like what does not exist")
                    .isEqualTo(404);
            look(guest, "refused");

            page.getByLabel("Remove Ines Okafor").click();
            page.getByLabel("Who takes over").selectOption("Nora Pelling");
            look(owner, "leave");
            page.getByText("Remove and hand over").click();
            assertThat(page.locator("#undo")).containsText("Nora Pelling takes over.");
            expectOwner(person, nora.id());
            guest.open("/people");
            assertThat(guest.page().locator("h1")).hasText("Log in");

            page.locator("#undo button").click();
            assertThat(page.locator("#undo")).containsText("Everything is as it was.");
            guest.logIn("ines@teasel.example", "ten words of her own");
            expectOwner(person, member("ines@teasel.example").id());
        }
    }

    @Test
    void in_by_the_firms_own_log_in() {
        browser.bean(Members.class)
                .add(
                        nora.workspace(),
                        "tom@teasel.example",
                        "Tom Ashworth",
                        Role.SELLER,
                        Optional.of(PASSWORD),
                        Optional.empty());
        try (TestProvider provider = TestProvider.start();
                Visit owner = browser.visit(Screen.DESK, ColorScheme.LIGHT);
                Visit tom = browser.visit(Screen.PHONE, ColorScheme.DARK)) {
            owner.open("/settings/login");
            owner.logIn(NORA, PASSWORD);
            Page page = owner.page();
            provider.has("tom", "tom@teasel.example", true)
                    .knows(page.locator(".r-secret code").innerText());
            page.getByLabel("Issuer").fill(provider.issuer());
            page.getByLabel("Client id").fill(TestProvider.CLIENT);
            page.getByLabel("Client secret").fill(TestProvider.SECRET);
            page.keyboard().press("Enter");
            assertThat(page.locator("#undo")).containsText("the provider answers");

            tom.open("/people");
            look(tom, "login-with-firm");
            tom.page().getByText("Log in with Teasel").click();
            tom.page().getByPlaceholder("Username").fill("tom");
            tom.page().getByPlaceholder("Password").fill(TestProvider.PASSWORD);
            tom.page().keyboard().press("Enter");
            tom.page().waitForURL(browser.address() + "/people");
            assertThat(tom.page().getByRole(AriaRole.HEADING, byName("People"))).isVisible();

            owner.open("/settings/login");
            page.getByText("Make it the only way").click();
            assertThat(page.locator("#undo")).containsText("only owners come in by password");
            assertThat(page.locator("main")).containsText("Tom Ashworth");
            look(owner, "login-settings");
            tom.open("/settings/workspaces");
            look(tom, "workspace-by-provider");
        }
    }

    private static Page.GetByRoleOptions byName(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void look(Visit visit, String name) {
        visit.checkFit();
        visit.checkAccess();
        visit.shoot(name);
    }

    private static Member member(String email) {
        return browser.bean(Access.class).byEmail(Optional.of(email)).orElseThrow();
    }

    private static PersonId addedBy(Member member) {
        return CurrentWorkspace.call(
                member.workspace(),
                () ->
                        browser.bean(ContactBook.class)
                                .add(
                                        member.viewer(),
                                        Map.of(ContactField.NAME, "Odile Marchetti")));
    }

    private static void expectOwner(PersonId person, MemberId owner) {
        org.assertj.core.api.Assertions.assertThat(
                        CurrentWorkspace.call(
                                nora.workspace(),
                                () ->
                                        browser.bean(ContactBook.class)
                                                .contact(nora.viewer(), person)
                                                .orElseThrow()
                                                .text(ContactField.OWNER)))
                .isEqualTo(owner.toString());
    }
}
