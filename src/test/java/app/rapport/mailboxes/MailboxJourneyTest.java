package app.rapport.mailboxes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.rapport.access.Access;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.database.OwnerDatabase;
import app.rapport.mailboxes.model.MailServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mailbox is connected, read, looked at and removed, in a browser and by key where it can be. */
class MailboxJourneyTest {
    private static final String PASSWORD = "nine teasel heads";
    private static final String SECRET = "nine-teasels";
    private static GreenMail greenMail;

    @RegisterExtension static final Browser browser = new Browser();

    @BeforeAll
    static void start() {
        greenMail = new GreenMail(new ServerSetup[] {ServerSetup.IMAP.dynamicPort()});
        greenMail.start();
    }

    @AfterAll
    static void stop() {
        greenMail.stop();
    }

    @ParameterizedTest
    @CsvSource("PHONE,DARK")
    void a_mailbox_comes_in_and_goes_again(Screen screen, ColorScheme scheme)
            throws MessagingException {
        String login = "nora." + screen.name().toLowerCase(Locale.ROOT) + "@teasel.example";
        fill(login);
        browser.bean(Access.class)
                .setUp(
                        "Tarn & Teasel Filters",
                        login,
                        "Nora Pelling",
                        PASSWORD,
                        ZoneId.of("Europe/London"));
        try (Visit visit = browser.visitAs(login, screen, scheme)) {
            visit.open("/settings/mailboxes");
            connect(visit, login);
            choose(visit);
            read(visit, login);
            today(visit, login);
            stopped(visit, login);
            remove(visit, login);
        }
    }

    private static void fill(String login) throws MessagingException {
        greenMail.setUser(login, login, SECRET);
        MailServer server =
                new MailServer(
                        "127.0.0.1",
                        greenMail.getImap().getPort(),
                        MailServer.Security.NONE,
                        login,
                        MailServer.Method.PASSWORD);
        try (ServerSide theirs = new ServerSide(server, SECRET)) {
            theirs.create("Sent", "Junk", "Trash", "Projects.Easter housings");
            theirs.deliver("INBOX", IntStream.range(1, 13).toArray());
            theirs.deliver("Sent", 20);
            theirs.deliver("Junk", 30);
            theirs.deliver("Trash", 40, 41);
            theirs.deliver("Projects.Easter housings", 50, 51);
        }
    }

    private static void look(Visit visit, String name) {
        visit.checkFit();
        visit.checkAccess();
        visit.shoot(name);
    }

    private static void connect(Visit visit, String login) {
        Page page = visit.page();
        page.getByLabel("Name that you log in by").fill(login);
        page.getByLabel("Password").fill("wrong");
        page.getByLabel("Mail server (IMAP)").fill("127.0.0.1");
        page.getByLabel("Encryption").selectOption("none");
        page.getByLabel("Port").fill(String.valueOf(greenMail.getImap().getPort()));
        page.keyboard().press("Enter");
        assertThat(page.locator(".r-wrong")).containsText("The password for " + login);
        look(visit, "mailboxes-1-refused");
        page.getByLabel("Password").fill(SECRET);
        page.keyboard().press("Enter");
        page.waitForURL("**/folders");
    }

    private static void choose(Visit visit) {
        Page page = visit.page();
        assertThat(page.getByLabel("INBOX")).isChecked();
        assertThat(page.getByLabel("Trash")).not().isChecked();
        assertThat(page.locator("li", new Page.LocatorOptions().setHasText("INBOX")))
                .containsText("12 messages");
        look(visit, "mailboxes-2-folders");
        page.getByText("Read these folders").click();
    }

    private static void read(Visit visit, String login) {
        Page page = visit.page();
        Locator card = page.locator("section", new Page.LocatorOptions().setHasText(login)).first();
        assertThat(card)
                .containsText(
                        "Up to date",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(40_000));
        Locator inbox = card.locator("tr", new Locator.LocatorOptions().setHasText("INBOX"));
        assertThat(inbox.locator("td").nth(0)).hasText("12");
        assertThat(inbox.locator("td").nth(1)).hasText("12");
        look(visit, "mailboxes-3-read");
        card.getByText("Read it now").click();
        assertThat(page.locator("#undo")).containsText("is compared with the server now");
    }

    private static void today(Visit visit, String login) {
        visit.open("/");
        assertThat(visit.page().getByLabel("The day at a glance")).containsText(login);
        look(visit, "mailboxes-4-today");
        visit.open("/settings/mailboxes");
    }

    private static void stopped(Visit visit, String login) {
        Page page = visit.page();
        page.getByLabel("Pause " + login).click();
        assertThat(page.locator("#undo")).containsText("is paused");
        await("SELECT bool_and(held_by IS NULL) FROM mailbox"); // whoever reads it lets go
        greenMail.setUser(login, login, "changed");
        page.getByLabel("Read " + login + " again").click();
        await("SELECT bool_and(state = 'stopped') FROM mailbox");
        visit.open("/settings/mailboxes");
        assertThat(page.locator(".r-alarm")).containsText("is refused");
        look(visit, "mailboxes-5-stopped");
        page.getByLabel("New password").fill("changed");
        page.keyboard().press("Enter");
        assertThat(page.locator("#undo")).containsText("The password is taken");
        assertThat(page.locator(".r-alarm")).hasCount(0);
    }

    private static void await(String come) {
        JdbcClient jdbc = browser.bean(OwnerDatabase.class).jdbc();
        Instant end = Instant.now().plusSeconds(40);
        while (!jdbc.sql(come).query(Boolean.class).single()) {
            org.assertj.core.api.Assertions.assertThat(Instant.now()).as(come).isBefore(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static void remove(Visit visit, String login) {
        Page page = visit.page();
        page.getByLabel("Remove " + login).click();
        assertThat(page.getByLabel("Keep it")).isChecked();
        look(visit, "mailboxes-6-remove");
        page.getByLabel("Undo it").check();
        page.getByText("Remove mailbox").click();
        assertThat(page.locator("#undo")).containsText("what only it brought with it");
    }
}
