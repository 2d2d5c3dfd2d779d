package app.rapport.experience;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.post.SmtpAccount;
import app.rapport.post.SmtpAccounts;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A moment is noted, asked after by mail, answered on a phone; Today and the ledger know it. */
class ExperienceJourneyTest {
    private static final String NORA = "nora@tarnteasel.example";
    private static final String PASSWORD = "nine teasel heads";

    @RegisterExtension static final Browser browser = new Browser();

    @RegisterExtension
    static final GreenMailExtension mails =
            new GreenMailExtension(ServerSetup.SMTP.dynamicPort())
                    .withPerMethodLifecycle(false)
                    .withConfiguration(
                            GreenMailConfiguration.aConfig()
                                    .withUser(NORA, "nora", "nine teasels"));

    private static PersonId marta;

    @BeforeAll
    static void a_customer_with_a_past() throws Exception {
        Viewer nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel",
                                NORA,
                                "Nora Pelling",
                                PASSWORD,
                                ZoneId.of("Europe/London"))
                        .viewer();
        Path file = Files.createTempFile("experience", ".mbox");
        Files.writeString(
                file,
                mail("Marta Vesely <marta@quillbrook.example>", NORA, 1, 200)
                        + mail(NORA, "marta@quillbrook.example", 2, 188));
        CurrentWorkspace.callThrowing(
                nora.workspace(),
                () -> {
                    browser.bean(House.class).addOwnAddresses(nora, List.of(NORA));
                    FileImport imports = browser.bean(FileImport.class);
                    imports.run(nora, imports.begin(nora, List.of(file)), _ -> {});
                    marta =
                            browser.bean(People.class)
                                    .byAddress(nora, List.of("marta@quillbrook.example"))
                                    .get("marta@quillbrook.example");
                    browser.bean(SmtpAccounts.class)
                            .save(
                                    nora,
                                    SmtpAccounts.Whose.WORKSPACES,
                                    new SmtpAccount(
                                            "127.0.0.1",
                                            mails.getSmtp().getPort(),
                                            SmtpAccount.Security.NONE,
                                            "nora",
                                            SmtpAccount.Method.PASSWORD,
                                            NORA,
                                            ""),
                                    Optional.of("nine teasels"));
                    return null;
                });
        Files.delete(file);
    }

    private static String mail(String from, String to, int number, int daysAgo) {
        String date =
                DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.now().minus(Duration.ofDays(daysAgo)));
        return "From x Mon Mar  9 09:14:00 2026\nFrom: %s\nTo: %s\nDate: %s\nMessage-ID: <%d@quillbrook.example>\nSubject: Trial\n\nCould you send me the data sheet by Monday, please?\n\n"
                .formatted(from, to, date, number);
    }

    /** The link in the mail, with the number that is tapped. */
    private static String tapped(int rating) {
        assertThat(mails.waitForIncomingEmail(30_000, 1)).isTrue();
        String mail =
                GreenMailUtil.getWholeMessage(mails.getReceivedMessages()[0]).replace("=\r\n", "");
        Matcher link = Pattern.compile("(/answer/[\\w-]{43})").matcher(mail);
        assertThat(link.find()).isTrue();
        assertThat(mail).contains("How was it to buy from us?");
        return link.group(1) + "?rating=" + rating;
    }

    @Test
    void from_a_moment_to_the_ledger() {
        try (Visit desk = browser.visitAs(NORA, Screen.DESK, ColorScheme.LIGHT);
                Visit phone = browser.visitAs(NORA, Screen.PHONE, ColorScheme.DARK)) {
            Page page = desk.page();
            desk.open("/people/" + marta + "/experience");
            page.getByText("Say how they were left").click();
            page.getByLabel("Delighted").check();
            page.getByLabel("By what").fill("Our visit to line 2");
            page.getByLabel("When").last().fill("2026-05-04");
            page.getByText("Set the mark").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your mark is in the ledger");
            page.getByText("Note a moment").click();
            page.getByText("Note the moment").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Bought is noted");
            page.getByText("Ask marta@quillbrook.example").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("on its way to marta@");

            phone.open(tapped(2));
            phone.checkFit();
            phone.checkAccess();
            phone.shoot("experience-answer");
            assertThat(phone.page().getByLabel("2", exactly())).isChecked();
            phone.page().getByLabel("main reason").fill("Three people asked me the same things.");
            phone.page().getByText("Send my answer").click();
            assertThat(phone.page().getByRole(AriaRole.STATUS)).containsText("read by a person");
            phone.checkAccess();

            desk.open("/");
            assertThat(page.locator("main").textContent())
                    .contains("They answered 2 of 5 for buying from us", "Three people asked me");
            desk.shoot("experience-today");
            desk.open("/people/" + marta);
            assertThat(page.locator("section:has(#experience)").innerText()).contains("Unhappy");
            desk.shoot("experience-person");
            page.locator("section:has(#experience) a.r-link").click();
            page.waitForURL(url -> url.endsWith("/experience"));
            desk.checkFit();
            desk.checkAccess();
            desk.shoot("experience-ledger");
            page.locator(".r-list a", new Page.LocatorOptions().setHasText("They answered 2 of 5"))
                    .click();
            assertThat(page.locator("#drawer")).containsText("Three people asked me");

            desk.open("/feedback");
            page.getByText("What we changed because of it").click();
            page.getByPlaceholder("What is other than before").fill("One person asks, once");
            page.getByText("Note it").click();
            page.locator("summary", new Page.LocatorOptions().setHasText("They were told")).click();
            page.getByPlaceholder("What was said").fill("We changed it, thank you");
            page.getByText("Log it").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("They were told");
            desk.checkFit();
            desk.checkAccess();
            desk.shoot("experience-heard");
            for (String path : List.of("changes", "figures", "asking")) look(desk, path);
            meetsAndNeeds(desk);
            phoneLooks(phone);
        }
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static void look(Visit visit, String path) {
        visit.open("/feedback/" + path);
        visit.checkFit();
        visit.checkAccess();
        visit.shoot("experience-" + path);
    }

    private static void meetsAndNeeds(Visit desk) {
        Page page = desk.page();
        desk.open("/touch-points");
        page.getByLabel("Another point").fill("The invoice");
        page.getByLabel("Answers that speak of it").selectOption("bought");
        page.getByText("Note the point").click();
        page.getByText("Walk it").click();
        page.getByPlaceholder("What you met, as a customer").fill("Six pages for two lines");
        page.getByText("Note the walk").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your walk is noted");
        assertThat(page.locator("main")).containsText("1 entry in a year");
        desk.checkFit();
        desk.checkAccess();
        desk.shoot("experience-touch-points");
        desk.open("/people/" + marta);
        page.locator(".r-sub a[href^='/accounts/']").click();
        page.getByText("Note a need").click();
        page.getByPlaceholder("What they need").fill("Fewer hands at the change-over");
        page.locator("form[action$='/needs'] button").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The need is noted");
        desk.checkFit();
        desk.checkAccess();
        desk.shoot("experience-account");
    }

    private static void phoneLooks(Visit phone) {
        phone.open("/people/" + marta + "/experience");
        phone.checkFit();
        phone.checkAccess();
        phone.shoot("experience-ledger");
        phone.open("/feedback");
        phone.checkFit();
        phone.shoot("experience-heard");
        look(phone, "asking");
    }
}
