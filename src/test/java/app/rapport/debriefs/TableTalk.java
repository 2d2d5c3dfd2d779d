package app.rapport.debriefs;

import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OwnerDatabase;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Negotiations;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.PlanEdits.IssueRow;
import app.rapport.negotiations.model.Alternative;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.Section.Side;
import app.rapport.people.AccountBook;
import app.rapport.people.ContactBook;
import app.rapport.people.Role;
import app.rapport.people.model.AccountField;
import app.rapport.people.model.ContactField;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A negotiation with Marta of Quillbrook, from its plan to its end. Offers are written as the table
 * keeps them: putting them there one by one would learn what the buyer wants after each.
 */
final class TableTalk {
    private final TestServer server;
    private final Viewer seller;
    private final PersonId marta;
    private final AccountId company;
    private final DealId deal;
    private final NegotiationId id;
    private final List<PlanIssue> issues;
    private UUID last = Uuid7.next();
    private int said;

    /** With a buyer of its own. */
    TableTalk(TestServer server, Viewer seller, String name) {
        this(server, seller, name, Optional.empty());
    }

    /** With the buyer of another one. */
    TableTalk(TestServer server, Viewer seller, String name, TableTalk like) {
        this(server, seller, name, Optional.of(like));
    }

    private TableTalk(TestServer server, Viewer seller, String name, Optional<TableTalk> like) {
        this.server = server;
        this.seller = seller;
        company =
                like.map(TableTalk::company)
                        .orElseGet(() ->
                                in(() ->
                                        server.bean(AccountBook.class)
                                                .add(
                                                        seller,
                                                        Map.of(AccountField.NAME, "Quillbrook"))));
        marta =
                like.map(TableTalk::marta)
                        .orElseGet(() ->
                                in(() ->
                                        server.bean(ContactBook.class)
                                                .add(
                                                        seller,
                                                        Map.of(
                                                                ContactField.NAME,
                                                                "Marta Vesely",
                                                                ContactField.ACCOUNT,
                                                                company.toString()))));
        deal = in(() -> deal(name));
        issues = issues();
        id = in(() -> opened(name));
    }

    private DealId deal(String name) {
        DealBook book = server.bean(DealBook.class);
        DealId made =
                book.add(
                        seller,
                        Map.of(DealField.NAME, name, DealField.ACCOUNT, company.toString()));
        book.join(seller, made, marta, Role.ECONOMIC);
        return made;
    }

    private static List<PlanIssue> issues() {
        List<PlanIssue> issues =
                PlanEdits.issues(
                        List.of(),
                        List.of(
                                new IssueRow(
                                        "",
                                        "Price",
                                        "90 to 110 step 5 EUR",
                                        "100",
                                        "60",
                                        "90",
                                        false),
                                new IssueRow(
                                        "", "Term", "30 days; 60 days", "50", "10", "20", false),
                                new IssueRow(
                                        "", "Support", "none; gold", "20", "80", "90", false)));
        return List.of(
                scored(issues.get(0), "0", "100", "100", "0"),
                scored(issues.get(1), "100", "0", "0", "100"),
                scored(issues.get(2), "100", "0", "0", "100"));
    }

    /** Our scores of both ends, then theirs. */
    private static PlanIssue scored(PlanIssue issue, String... scores) {
        List<PlanOption> options = new ArrayList<>();
        for (int i = 0; i < 2; i++)
            options.add(
                    new PlanOption(
                            issue.options().get(i).id(),
                            issue.options().get(i).name(),
                            PlanEdits.points(issue.name(), scores[i]),
                            PlanEdits.range(issue.name(), scores[i + 2], "")));
        return issue.with(issue.swing(), issue.theirs(), options);
    }

    private NegotiationId opened(String name) {
        Negotiations negotiations = server.bean(Negotiations.class);
        NegotiationId begun = negotiations.begin(seller, deal, name, Optional.empty());
        negotiations.change(seller, begun, this::planned);
        negotiations.change(seller, begun, plan -> plan.allIssuesSaid(Optional.of(Instant.EPOCH)));
        negotiations.open(seller, begun);
        return begun;
    }

    private Plan planned(Plan plan) {
        return plan.withIssues(issues)
                .leavingAt(Optional.of(BigDecimal.valueOf(30)), "")
                .proposing(choices("110", "30 days", "none"))
                .withAlternatives(
                        List.of(
                                alternative(Side.US, "the canal trust", 20, 25),
                                alternative(Side.THEM, "wait", 0, 0)));
    }

    private static Alternative alternative(Side side, String name, int low, int high) {
        return new Alternative(
                UUID.randomUUID(),
                side,
                name,
                "",
                Optional.of(new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(high))));
    }

    private Map<UUID, String> choices(String price, String term, String support) {
        return Map.of(
                issues.get(0).id(), price, issues.get(1).id(), term, issues.get(2).id(), support);
    }

    <T> T in(Supplier<T> work) {
        return CurrentWorkspace.call(seller.workspace(), work);
    }

    NegotiationId id() {
        return id;
    }

    DealId deal() {
        return deal;
    }

    PersonId marta() {
        return marta;
    }

    AccountId company() {
        return company;
    }

    /** An offer as the table keeps it; each a minute after the one before. */
    TableTalk say(String by, String price, String term, String support) {
        last = Uuid7.next();
        said++;
        owner(
                        """
                        INSERT INTO negotiation_offer (workspace_id, negotiation_id, id, side, at, member_id)
                        VALUES (:workspace, :negotiation, :offer, :side, now() - interval '1 hour' + :minute * interval '1 minute', :member)
                        """)
                .param("offer", last)
                .param("side", by)
                .param("minute", said)
                .param("member", seller.member().value())
                .update();
        choices(price, term, support)
                .forEach((issue, choice) ->
                        owner(
                                        """
                                        INSERT INTO negotiation_offer_choice (workspace_id, negotiation_id, offer_id, issue_id, choice)
                                        VALUES (:workspace, :negotiation, :offer, :issue, :choice)
                                        """)
                                .param("offer", last)
                                .param("issue", issue)
                                .param("choice", choice)
                                .update());
        return this;
    }

    /** Of the last offer it was warned. */
    TableTalk warned(UUID caution, String sign) {
        owner(
                        """
                        INSERT INTO negotiation_caution (workspace_id, negotiation_id, id, offer_id, sign, tactic, reason, say, at, member_id, answer)
                        VALUES (:workspace, :negotiation, :caution, :offer, :sign, false, 'Nothing came back for the term.', 'For that we would need three years.', now(), :member, 'went_on')
                        """)
                .param("caution", caution)
                .param("offer", last)
                .param("sign", sign)
                .param("member", seller.member().value())
                .update();
        return this;
    }

    private StatementSpec owner(String sql) {
        return server.bean(OwnerDatabase.class)
                .jdbc()
                .sql(sql)
                .param("workspace", seller.workspace().value())
                .param("negotiation", id.value());
    }

    /** The last offer is accepted. */
    TableTalk agree() {
        return ended("agreed", Optional.of(last), "");
    }

    private TableTalk ended(String result, Optional<UUID> offer, String reason) {
        owner(
                        """
                        INSERT INTO negotiation_table (workspace_id, negotiation_id, ended_at, ended_by, result, agreed_offer, reason)
                        VALUES (:workspace, :negotiation, now(), :member, :result, :offer, :reason)
                        """)
                .param("member", seller.member().value())
                .param("result", result)
                .param("offer", offer.orElse(null), Types.OTHER)
                .param("reason", reason)
                .update();
        return this;
    }

    /** Seven offers, and an agreement. */
    TableTalk talked() {
        return say("ours", "110", "30 days", "none")
                .say("theirs", "90", "60 days", "gold")
                .say("ours", "105", "30 days", "none")
                .say("theirs", "95", "60 days", "gold")
                .say("ours", "105", "60 days", "none")
                .say("theirs", "100", "60 days", "gold")
                .say("ours", "100", "60 days", "none")
                .agree();
    }

    TableTalk leave(String reason) {
        return ended("left", Optional.empty(), reason);
    }
}
