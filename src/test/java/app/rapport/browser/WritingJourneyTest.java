package app.rapport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.agenda.TodayHouse;
import app.rapport.database.OwnerDatabase;
import app.rapport.exchange.FileImport;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A seller sets up how mail leaves, answers a customer, thinks again, and sends it after all. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WritingJourneyTest {
    private static final String MARTA = "Marta Vesely <m.vesely@quillbrook.example>";
    private static final String NORA = "Nora Pelling <" + TodayHouse.OWNER + ">";

    private static final FilePayload PLAN =
            new FilePayload("Plan.pdf", "application/pdf", new byte[200_000]);

    @RegisterExtension static final Browser browser = new Browser();

    @RegisterExtension
    static final GreenMailExtension mails =
            new GreenMailExtension(ServerSetup.SMTP.dynamicPort())
                    .withPerMethodLifecycle(false)
                    .withConfiguration(
                            GreenMailConfiguration.aConfig()
                                    .withUser(TodayHouse.OWNER, "nora", "nine teasels"));

    @BeforeAll
    static void aQuestionWaits() {
        new TodayHouse(
                        browser.bean(Access.class),
                        browser.bean(House.class),
                        browser.bean(FileImport.class))
                .mail(
                        MARTA,
                        NORA + ", Jonas <j.ekdal@quillbrook.example>",
                        Instant.now().minus(Duration.ofHours(20)),
                        "Easter change-over",
                        "Dear Nora,\n\ncan your crew change twelve housings over Easter?\n\nMarta")
                .bring();
    }

    @Test
    @Order(1)
    void a_server_is_set_and_says_what_is_wrong() {
        try (Visit visit = visit(Browser.Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open("/settings/sending");
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("sending-empty");
            Locator mine = page.locator("section[aria-labelledby=mine]");
            mine.getByLabel("Mail is from").fill(TodayHouse.OWNER);
            mine.getByLabel("Server").fill("127.0.0.1");
            mine.getByLabel("Encryption").selectOption("none");
            mine.getByLabel("Port").fill(String.valueOf(mails.getSmtp().getPort()));
            mine.getByLabel("Login").fill("nora");
            mine.getByLabel("Password").fill("ten teasels");
            mine.getByText("Save and send a test").click();
            assertThat(mine.locator(".r-wrong")).containsText("The login of nora is refused");
            assertThat(page.content()).doesNotContain("ten teasels");
            visit.shoot("sending-wrong");
            visit.checkAccess();
            mine.getByLabel("Password").fill("nine teasels");
            mine.getByText("Save and send a test").click();
            assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText("a test is sent to " + TodayHouse.OWNER);
            page.getByLabel("Stands below each mail").fill("Nora Pelling\nTarn & Teasel Filters");
            page.getByText("Save signature").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("signature is saved");
            assertThat(page.content()).doesNotContain("nine teasels");
            visit.shoot("sending");
            assertThat(mails.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    @Order(2)
    void an_answer_is_written_by_keyboard_taken_back_and_sent() {
        try (Visit visit = visit(Browser.Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            open(visit);
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("person-with-desk");
            page.keyboard().press("r");
            Locator words = page.getByLabel("Your words");
            assertThat(words).isFocused();
            assertThat(words)
                    .hasValue(
                            java.util.regex.Pattern.compile(
                                    "[\\s\\S]*> can your crew change[\\s\\S]*"));
            page.keyboard().press("Control+Home");
            page.keyboard().type("They can.");
            assertThat(page.locator("#kept")).containsText("Draft kept");
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("answer");

            // a closed tab loses nothing
            open(visit);
            assertThat(page.locator("#compose")).containsText("A draft waits");
            visit.shoot("draft-waits");
            page.keyboard().press("r");
            assertThat(words).hasValue(java.util.regex.Pattern.compile("They can[\\s\\S]*"));
            assertThat(words).isFocused();
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#undo")).containsText("leaves in 10 seconds");
            visit.shoot("sending-undo");
            page.locator("#undo button").click();
            assertThat(page.locator("#undo")).containsText("a draft again");
            visit.checkAccess();
            visit.shoot("answer-taken-back");
            page.setInputFiles("#write-files", PLAN);
            assertThat(page.locator(".r-write .r-rows")).containsText("Plan.pdf");
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("answer-files");
            words.fill("They can, and gladly.");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#undo")).containsText("leaves in 10 seconds");
            awaitSent();
            page.reload();
            assertThat(page.locator(".r-stack").first()).containsText("They can, and gladly.");
            visit.shoot("answered");
            assertThat(mails.getReceivedMessages()).hasSize(2);
            assertThat(GreenMailUtil.getWholeMessage(mails.getReceivedMessages()[1]))
                    .contains("Plan.pdf");
        }
    }

    private static void open(Visit visit) {
        visit.open("/people");
        visit.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Marta Vesely"))
                .first()
                .click();
        assertThat(visit.page().locator("h1")).hasText("Marta Vesely");
    }

    /** Nobody waits here for the seconds in which a mail can be taken back. */
    private static void awaitSent() {
        JdbcClient jdbc = browser.bean(OwnerDatabase.class).jdbc();
        jdbc.sql("UPDATE outgoing_mail SET due_at = now() WHERE state = 'waiting'").update();
        Instant end = Instant.now().plusSeconds(40);
        while (jdbc.sql("SELECT count(*) FROM touch").query(Long.class).single() < 2) {
            assertThat(Instant.now()).as("the answer is part of the story").isBefore(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Test
    @Order(3)
    void today_no_longer_waits_and_the_outbox_tells() {
        try (Visit visit = visit(Browser.Screen.PHONE, ColorScheme.DARK)) {
            visit.open("/");
            assertThat(visit.page().locator("main")).not().containsText("twelve housings");
            visit.open("/outbox");
            assertThat(visit.page().locator("main")).containsText("Re: Easter change-over");
            assertThat(visit.page().locator("main")).containsText("Sent");
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("outbox");
            visit.open("/settings/sending");
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("sending");
        }
    }

    @Test
    @Order(5)
    void a_morning_mail_is_wished_for_and_a_forgotten_password_asked_for() {
        try (Visit visit = visit(Browser.Screen.DESK, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open("/settings");
            page.getByText("Send my Today").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("at 7:30 on working days");
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("profile-today-mail");
        }
        try (Visit visit = browser.visit(Browser.Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = visit.page();
            visit.open("/login");
            page.getByText("Password forgotten").click();
            visit.checkFit();
            visit.checkAccess();
            visit.shoot("forgotten");
            page.getByLabel("Mail address").fill("somebody@else.example");
            page.getByText("Send the link").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("somebody@else.example");
            visit.checkAccess();
            visit.shoot("forgotten-asked");
            visit.open("/reset/no-such-link");
            assertThat(page.locator("h1")).hasText("This link opens nothing");
        }
    }

    @Test
    @Order(4)
    void it_works_without_script_and_says_what_is_wrong_at_its_field() {
        try (Visit visit = browser.withoutScript(Browser.Screen.PHONE)) {
            Page page = visit.page();
            visit.open("/login");
            visit.logIn(TodayHouse.OWNER, TodayHouse.PASSWORD);
            open(visit);
            page.locator(".r-head a", new Page.LocatorOptions().setHasText("Write")).click();
            assertThat(page.locator("h1")).hasText("Write to Marta Vesely");
            page.setInputFiles("#write-files", PLAN);
            page.getByText("Attach").click();
            page.getByLabel("Remove Plan.pdf").click();
            assertThat(page.locator(".r-write .r-rows")).hasCount(0);
            page.setInputFiles("#write-files", PLAN);
            page.getByText("Attach").click();
            assertThat(page.locator(".r-write .r-rows")).containsText("Plan.pdf");
            visit.shoot("write");
            page.getByLabel("Copy to").fill("nobody at home");
            page.getByLabel("Your words").fill("Hello");
            page.getByText("Send").first().click();
            assertThat(page.locator(".r-wrong"))
                    .containsText("nobody at home is not a mail address");
            assertThat(page.getByLabel("Your words")).hasValue("Hello");
            visit.shoot("write-wrong");
        }
    }

    private static Visit visit(Browser.Screen screen, ColorScheme scheme) {
        return browser.visitAs(TodayHouse.OWNER, screen, scheme);
    }
}
