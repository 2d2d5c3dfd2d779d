package app.rapport.negotiations;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Members;
import app.rapport.access.Role;
import app.rapport.bargaining.course.Turn.Side;
import app.rapport.browser.Browser;
import app.rapport.browser.Browser.Screen;
import app.rapport.browser.Visit;
import app.rapport.database.CurrentWorkspace;
import app.rapport.deals.DealBook;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.PlanEdits.IssueRow;
import app.rapport.negotiations.model.Aim;
import app.rapport.negotiations.model.Alternative;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.PriceGate;
import app.rapport.negotiations.model.Section;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A negotiation sits down: offers of both sides by two members, until it is agreed. */
class TableJourneyTest {
    private static final String PASSWORD = "nine teasel heads";

    @RegisterExtension static final Browser browser = new Browser();

    private static Viewer nora;
    private static Viewer ilse;
    private final List<PlanIssue> issues = new ArrayList<>();
    private NegotiationId id;
    private Instant at = Instant.now().minusSeconds(3000);

    @BeforeAll
    static void a_firm_of_two() {
        nora =
                browser.bean(Access.class)
                        .setUp(
                                "Tarn & Teasel",
                                "nora@tarnteasel.example",
                                "Nora Pelling",
                                PASSWORD,
                                ZoneId.of("Europe/London"))
                        .viewer();
        ilse =
                browser.bean(Members.class)
                        .add(
                                nora.workspace(),
                                "ilse@tarnteasel.example",
                                "Ilse Brandt",
                                Role.SELLER,
                                Optional.of(PASSWORD),
                                Optional.empty())
                        .viewer();
    }

    @ParameterizedTest
    @CsvSource({"DESK,LIGHT", "PHONE,DARK"})
    void offers_go_to_and_fro_until_it_is_agreed(Screen screen, ColorScheme scheme) {
        CurrentWorkspace.run(nora.workspace(), this::an_open_table);
        try (Visit visit = browser.visit(screen, scheme)) {
            visit.open("/login");
            visit.logIn("nora@tarnteasel.example", PASSWORD);
            visit.open("/negotiations/" + id + "/table");
            visit.page().locator("#plane canvas").waitFor();
            visit.shoot("table");
            recorded(visit);
            together(visit, screen, scheme);
            withoutNetwork(visit);
            deadlockAndAgreement(visit);
        }
    }

    private static void look(Visit visit, String name) {
        visit.checkFit();
        visit.checkAccess();
        visit.shoot(name);
    }

    private void an_open_table() {
        Negotiations negotiations = browser.bean(Negotiations.class);
        var deal = browser.bean(DealBook.class).add(nora, Map.of(DealField.NAME, "Cartridges"));
        id = negotiations.begin(nora, deal, "Quillbrook frame agreement", Optional.empty());
        negotiations.join(nora, id, ilse.member());
        negotiations.change(nora, id, this::plan);
        negotiations.change(nora, id, plan -> plan.allIssuesSaid(Optional.of(Instant.EPOCH)));
        negotiations.open(nora, id);
        said(Side.OURS, "47", "30 days", "10 days", "3 years", "none");
        said(Side.THEIRS, "42", "60 days", "3 days", "1 year", "4 days");
        said(Side.OURS, "46", "30 days", "10 days", "3 years", "none");
        said(Side.THEIRS, "43", "60 days", "3 days", "2 years", "2 days");
        said(Side.OURS, "45.5", "30 days", "7 days", "3 years", "2 days");
        said(Side.THEIRS, "44", "60 days", "3 days", "2 years", "2 days");
    }

    private Plan plan(Plan plan) {
        issues.addAll(
                PlanEdits.issues(
                        List.of(),
                        List.of(
                                new IssueRow(
                                        "",
                                        "Price",
                                        "41 to 47 step 0.5 GBP",
                                        "100",
                                        "50",
                                        "70",
                                        true),
                                new IssueRow(
                                        "",
                                        "Payment",
                                        "30 days; 45 days; 60 days",
                                        "40",
                                        "40",
                                        "60",
                                        false),
                                new IssueRow(
                                        "",
                                        "Lead time",
                                        "10 days; 7 days; 5 days; 3 days",
                                        "50",
                                        "60",
                                        "90",
                                        false),
                                new IssueRow(
                                        "",
                                        "Term",
                                        "1 year; 2 years; 3 years",
                                        "45",
                                        "10",
                                        "30",
                                        false),
                                new IssueRow(
                                        "",
                                        "Training",
                                        "none; 2 days; 4 days",
                                        "15",
                                        "20",
                                        "40",
                                        false))));
        scored(0, 0, 100);
        scored(1, 100, 50, 0);
        scored(2, 100, 70, 40, 0);
        scored(3, 0, 50, 100);
        scored(4, 100, 50, 0);
        Map<UUID, String> proposal = choices("45", "30 days", "7 days", "3 years", "2 days");
        return plan.withIssues(issues)
                .proposing(proposal)
                .leavingAt(Optional.of(BigDecimal.valueOf(50)), "below 44 with 60 days")
                .withPrice(
                        new PriceGate(
                                Map.of(
                                        PriceGate.Tick.VALUE,
                                        "her mail",
                                        PriceGate.Tick.NEEDS,
                                        "her mail",
                                        PriceGate.Tick.CRITERIA,
                                        "her mail"),
                                ""))
                .aimingAt(
                        new Aim(
                                Optional.of(BigDecimal.valueOf(7)),
                                "their line stands still",
                                Optional.of(new Aim.Deed(nora.member(), at)),
                                Optional.empty()))
                .withAlternatives(
                        List.of(
                                new Alternative(
                                        UUID.randomUUID(),
                                        Section.Side.US,
                                        "Sell to the canal trust",
                                        "",
                                        Optional.of(
                                                new Range(
                                                        BigDecimal.valueOf(40),
                                                        BigDecimal.valueOf(45)))),
                                new Alternative(
                                        UUID.randomUUID(),
                                        Section.Side.THEM,
                                        "Keep the old filters",
                                        "",
                                        Optional.of(
                                                new Range(
                                                        BigDecimal.valueOf(34),
                                                        BigDecimal.valueOf(50))))));
    }

    private void scored(int issue, int... scores) {
        PlanIssue one = issues.get(issue);
        List<PlanOption> options = new ArrayList<>();
        for (int i = 0; i < scores.length; i++)
            options.add(
                    new PlanOption(
                            one.options().get(i).id(),
                            one.options().get(i).name(),
                            Optional.of(BigDecimal.valueOf(scores[i])),
                            Optional.of(
                                    new Range(
                                            BigDecimal.valueOf(100 - scores[i]),
                                            BigDecimal.valueOf(100 - scores[i])))));
        issues.set(issue, one.with(one.swing(), one.theirs(), options));
    }

    private Map<UUID, String> choices(String... named) {
        Map<UUID, String> choices = new LinkedHashMap<>();
        for (int i = 0; i < named.length; i++) choices.put(issues.get(i).id(), named[i]);
        return choices;
    }

    private void said(Side by, String... named) {
        at = at.plusSeconds(400);
        browser.bean(Sittings.class)
                .put(
                        nora,
                        id,
                        new Said(
                                UUID.randomUUID(),
                                by,
                                Optional.of(at),
                                "",
                                "",
                                choices(named),
                                "",
                                "",
                                Set.of()))
                .orElseThrow();
    }

    private String field(int issue) {
        return "#d-" + issues.get(issue).id();
    }

    /** Our offer with one issue moved, by keyboard; the warning is there before it is said. */
    private void given(Page page, int issue, String option, String warning) {
        page.locator(field(issue)).focus();
        page.locator(field(issue)).selectOption(option);
        page.locator("#cautions h2").getByText(warning).waitFor();
        page.keyboard().press("Control+Enter");
    }

    private void recorded(Visit visit) {
        Page page = visit.page();
        page.locator("#cautions .r-warn button").first().click();
        page.getByText("Noted.").first().waitFor();
        given(page, 2, "5 days", "Giving without return");
        page.locator("#th-ours").getByText("Yours 4").waitFor();
        assertThat(page.locator("#ledger").innerText()).contains("5 days");
    }

    /** Ilse writes down what they say, in another window; Nora's page has it within a second. */
    private void together(Visit visit, Screen screen, ColorScheme scheme) {
        try (Visit other = browser.visit(screen, scheme)) {
            other.open("/login");
            other.logIn("ilse@tarnteasel.example", PASSWORD);
            other.open("/negotiations/" + id + "/table?by=theirs");
            Page page = other.page();
            page.locator(field(0)).selectOption("44.5");
            page.locator("#from").fill("Helen Tarrow");
            page.locator("#words").fill("That is our final offer. I have to ask my boss for more.");
            page.locator("form[data-draft] button[type=submit]").first().click();
            visit.page().locator("#th-theirs").getByText("Theirs 4").waitFor();
        }
        Page page = visit.page();
        page.locator("#cautions h2")
                .getByText("Take it or leave it")
                .or(page.locator("#cautions h2").getByText("Higher authority"))
                .first()
                .waitFor();
        look(visit, "table-warned");
        given(page, 1, "45 days", "Bowing to pressure");
        page.locator("#th-ours").getByText("Yours 5").waitFor();
        given(page, 0, "45", "A deal needed too badly");
        page.locator("#th-ours").getByText("Yours 6").waitFor();
    }

    /** Without a network the offer waits in the browser. */
    private void withoutNetwork(Visit visit) {
        Page page = visit.page();
        page.context().setOffline(true);
        page.locator(field(4)).focus();
        page.locator(field(4)).selectOption("4 days");
        page.keyboard().press("Control+Enter");
        page.locator("#connection").getByText("1 kept here").waitFor();
        page.context().setOffline(false);
        page.locator("#th-ours").getByText("Yours 7").waitFor();
        visit.forgive();
    }

    private void deadlockAndAgreement(Visit visit) {
        Page page = visit.page();
        page.locator("#acts").getByText("Deadlock").click();
        page.locator("#theirView").fill("We cannot pay for stock that stands still.");
        page.locator("#ourView").fill("Three years carry the stock.");
        look(visit, "table-deadlock");
        page.keyboard().press("Control+Enter");
        page.getByText("Both views are kept.").waitFor();
        page.getByText("Write it down").first().click();
        page.locator("#worths").waitFor();
        visit.open("/negotiations/" + id + "/table");
        page.locator("#ledger").getByText("They accept").click();
        page.getByText("It is agreed, and the table is closed.").waitFor();
        assertThat(page.locator("#cautions").innerText()).contains("Agreed", "Training 4 days");
        look(visit, "table-agreed");
    }
}
