package app.rapport.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Members;
import app.rapport.access.Refused;
import app.rapport.access.Role;
import app.rapport.access.Visibility;
import app.rapport.balance.Balances;
import app.rapport.balance.model.Given;
import app.rapport.browser.TestServer;
import app.rapport.calls.BusinessCases;
import app.rapport.calls.CaseOf;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OwnerDatabase;
import app.rapport.deals.model.DealField;
import app.rapport.exchange.FileImport;
import app.rapport.exchange.model.Report;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Level;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.SearchSource;
import app.rapport.kernel.Seen;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.Bin;
import app.rapport.people.ContactBook;
import app.rapport.people.Merges;
import app.rapport.people.People;
import app.rapport.people.model.AccountField;
import app.rapport.people.model.ContactField;
import app.rapport.risk.RiskDesk;
import app.rapport.risk.Risks;
import app.rapport.risk.model.OwnRisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deals are made, moved, found and brought in; what is out of sight is not there. */
class DealsTest {
    private static TestServer server;
    private static Member nora;
    private static Viewer viewer;
    private static DealBook book;
    private static Deals deals;

    @BeforeAll
    static void a_firm() {
        server = TestServer.start();
        nora =
                server.bean(Access.class)
                        .setUp(
                                "Tarn",
                                "nora@tarn.example",
                                "Nora",
                                "four sample cartridges",
                                ZoneId.of("Europe/Berlin"));
        viewer = nora.viewer();
        book = server.bean(DealBook.class);
        deals = server.bean(Deals.class);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void without_deals() {
        var jdbc = server.bean(OwnerDatabase.class).jdbc();
        jdbc.sql("DELETE FROM deal").update();
        jdbc.sql("DELETE FROM deal_stage").update();
        jdbc.sql("DELETE FROM kept_record").update();
    }

    private <T> T in(Supplier<T> work) {
        return CurrentWorkspace.call(viewer.workspace(), work);
    }

    private DealId add(String name) {
        return in(() -> book.add(viewer, Map.of(DealField.NAME, name, DealField.AMOUNT, "1200")));
    }

    private Deal read(DealId id) {
        return in(() -> book.deal(viewer, id)).orElseThrow();
    }

    private void change(DealId id, DealField field, String text) {
        in(() -> book.change(viewer, id, Map.of(field, text), _ -> {}));
    }

    private Stage stage(Stage.Kind kind) {
        return in(() -> server.bean(Stages.class).all(viewer)).stream()
                .filter(stage -> stage.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private List<DealLine> list(Map<String, String> query) {
        return in(() -> deals.page(viewer, DealQuery.of(query), Optional.empty(), 50)).items();
    }

    @Test
    void a_new_deal_begins_in_the_first_stage_and_is_its_makers() {
        Deal deal = read(add("Housings"));

        assertThat(deal.stage()).isEqualTo(stage(Stage.Kind.OPEN));
        assertThat(deal.owner()).contains(nora.id());
        assertThat(deal.worth()).isEqualTo("1,200");
    }

    @Test
    void each_change_is_kept_with_who_did_it_and_can_be_put_back() {
        DealId id = add("Housings");
        change(id, DealField.CURRENCY, "eur");
        Optional<Instant> at =
                in(() -> book.change(viewer, id, Map.of(DealField.AMOUNT, "900"), _ -> {}));

        assertThat(in(() -> book.history(viewer, id)).getFirst())
                .satisfies(change -> {
                    assertThat(change.field()).isEqualTo("amount");
                    assertThat(change.before()).isEqualTo("1200.00");
                    assertThat(change.by()).contains(nora.id());
                });
        in(() -> book.putBack(viewer, id, at.orElseThrow()));
        assertThat(read(id).worth()).isEqualTo("1,200 EUR");
    }

    @Test
    void what_is_won_was_won_on_a_day_and_what_is_open_again_on_none() {
        DealId id = add("Housings");
        change(id, DealField.STAGE, stage(Stage.Kind.WON).id().toString());
        assertThat(read(id).day(DealField.CLOSED_ON)).isPresent();
        assertThat(list(Map.of("state", "won"))).extracting(DealLine::id).containsExactly(id);

        change(id, DealField.STAGE, stage(Stage.Kind.OPEN).id().toString());
        assertThat(read(id).day(DealField.CLOSED_ON)).isEmpty();
    }

    @Test
    void a_page_goes_on_where_the_one_before_ended() {
        for (int i = 0; i < 7; i++) {
            DealId id = add("Deal " + i);
            if (i % 2 == 0) change(id, DealField.CLOSES_ON, "2026-0" + (i + 1) + "-01");
        }
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Optional<String> from = after;
            Slice<DealLine> page = in(() -> deals.page(viewer, DealQuery.of(Map.of()), from, 2));
            page.items().forEach(line -> seen.add(line.name()));
            after = page.next();
        } while (after.isPresent());

        assertThat(seen)
                .hasSize(7)
                .doesNotHaveDuplicates()
                .startsWith("Deal 0", "Deal 2", "Deal 4");
    }

    @Test
    void sums_add_up_no_money_of_different_currencies() {
        change(add("A"), DealField.CURRENCY, "EUR");
        change(add("B"), DealField.CURRENCY, "EUR");
        change(add("C"), DealField.CURRENCY, "USD");

        assertThat(DealSum.words(in(() -> deals.sums(viewer, DealQuery.of(Map.of())))))
                .isEqualTo("2,400 EUR and 1,200 USD");
    }

    @Test
    void what_is_deleted_waits_in_the_bin_and_comes_back() {
        DealId id = add("Housings");
        CurrentWorkspace.run(viewer.workspace(), () -> book.delete(viewer, id, _ -> {}));

        assertThat(in(() -> book.deal(viewer, id))).isEmpty();
        assertThat(in(() -> server.bean(Bin.class).list(viewer)))
                .extracting(Bin.Binned::name)
                .containsExactly("Housings");
        in(() -> server.bean(Bin.class).restore(viewer, id.value()));
        assertThat(read(id).name()).isEqualTo("Housings");
    }

    @Test
    void a_stage_in_which_deals_stand_is_not_left_out() {
        add("Housings");
        Stages stages = server.bean(Stages.class);
        List<Stages.Wish> wishes =
                in(() -> stages.all(viewer)).stream()
                        .skip(1)
                        .map(one -> new Stages.Wish(Optional.of(one.id()), one.name(), one.kind()))
                        .toList();

        assertThatThrownBy(() ->
                        CurrentWorkspace.run(
                                viewer.workspace(), () -> stages.change(viewer, wishes)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Move them first");
    }

    @Test
    void a_colleague_who_sees_their_own_sees_no_trace_of_others() {
        DealId hers = add("Zanzibar housings");
        Member ivo =
                server.bean(Members.class)
                        .add(
                                viewer.workspace(),
                                "ivo@tarn.example",
                                "Ivo",
                                Role.SELLER,
                                Optional.of("four sample cartridges"),
                                Optional.empty());
        server.bean(Members.class).changeVisibility(nora, ivo.id(), Visibility.OWN);
        Member now = server.bean(Access.class).member(ivo.workspace(), ivo.id()).orElseThrow();

        List<Object> seen =
                CurrentWorkspace.callThrowing(
                        now.workspace(),
                        now.seen(),
                        () -> {
                            List<Object> all = new ArrayList<>();
                            all.addAll(book.deals(now.viewer(), List.of(hers)));
                            all.addAll(
                                    deals.page(now.viewer(), DealQuery.all(), Optional.empty(), 50)
                                            .items());
                            all.addAll(deals.sums(now.viewer(), DealQuery.all()));
                            all.addAll(deals.find(now.viewer(), "zanzibar", 5));
                            all.addAll(book.history(now.viewer(), hers));
                            return all;
                        });

        assertThat(seen).isEmpty();
        assertThat(in(() -> deals.find(viewer, "zanzi", 5))).hasSize(1);
    }

    private List<Signal> signals(Instant at) {
        return in(() ->
                server.beans(SignalSource.class).stream()
                        .flatMap(source -> source.signals(viewer, at).stream())
                        .filter(signal -> signal.key().source().equals("deal"))
                        .toList());
    }

    @Test
    void a_deal_past_its_day_comes_up_as_it_stood_then() {
        DealId id = add("Housings");
        change(id, DealField.NEXT_STEP, "send the sheet");
        change(id, DealField.CLOSES_ON, LocalDate.now().minusDays(3).toString());
        Instant before = Instant.now();
        assertThat(signals(before))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.level()).isEqualTo(Level.GOING_QUIET);
                    assertThat(signal.why()).contains("Housings", "still open");
                });

        change(id, DealField.STAGE, stage(Stage.Kind.LOST).id().toString());

        assertThat(signals(Instant.now())).isEmpty();
        assertThat(signals(before)).hasSize(1);
        assertThat(signals(before.minus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void a_deal_without_a_next_step_comes_up_with_whoever_decides() {
        PersonId mira =
                in(() ->
                        server.bean(ContactBook.class)
                                .add(viewer, Map.of(ContactField.NAME, "Mira Vesely")));
        DealId id = add("Housings");
        in(() -> book.join(viewer, id, mira, app.rapport.people.Role.ECONOMIC));

        assertThat(signals(Instant.now()))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.person()).contains(mira);
                    assertThat(signal.about().orElseThrow().href()).isEqualTo("/deals/" + id);
                });
    }

    private ImportId bring(String name, String text) throws IOException {
        Path folder = Files.createTempDirectory("deals");
        Path file = Files.writeString(folder.resolve(name), text);
        ImportId id =
                CurrentWorkspace.callThrowing(
                        viewer.workspace(),
                        () -> {
                            FileImport imports = server.bean(FileImport.class);
                            ImportId begun = imports.begin(viewer, List.of(file));
                            imports.run(viewer, begun, _ -> {});
                            return begun;
                        });
        Files.delete(file);
        return id;
    }

    private Report report(ImportId id) {
        return in(() -> server.bean(app.rapport.exchange.ImportRecords.class).report(viewer, id));
    }

    private static final String ODILE = "odile@mill.example";
    private static final String HUB =
            """
            Deal ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal Owner,Associated Company Domain,Associated Contact Email
            D-1,Pump retrofit,Decision Maker Bought-In,Sales,"12,500.50",2026-06-17,2026-03-29,nobody@x.example,quillbrook.example,mira@quillbrook.example
            D-2,Valve kit,Closed Won,Sales,900,2026-01-09,2025-08-26,,quillbrook.example,
            D-3,,Qualified,Sales,,,,,,
            """;

    @Test
    void deals_of_an_export_come_in_once_with_their_companies_and_people() throws IOException {
        in(() ->
                server.bean(ContactBook.class)
                        .add(
                                viewer,
                                Map.of(
                                        ContactField.NAME,
                                        "Mira Vesely",
                                        ContactField.MAILS,
                                        "mira@quillbrook.example")));
        ImportId first = bring("deals.csv", HUB);

        assertThat(report(first).stored()).isEqualTo(2);
        assertThat(report(first).setAside()).isEqualTo(1);
        Deal pump = read(list(Map.of("q", "retrofit")).getFirst().id());
        assertThat(pump.stage().name()).isEqualTo("Decision Maker Bought-In");
        assertThat(pump.worth()).isEqualTo("12,500.50");
        assertThat(pump.accountName()).isEqualTo("quillbrook.example");
        assertThat(pump.people()).extracting(DealPerson::name).containsExactly("Mira Vesely");
        assertThat(pump.extra()).containsEntry("Owner", "nobody@x.example");

        ImportId again = bring("deals.csv", HUB);
        assertThat(report(again).stored()).isZero();
        assertThat(report(again).alreadyKnown()).isEqualTo(2);
    }

    @Test
    void a_later_export_changes_what_nobody_changed_by_hand_and_is_taken_back() throws IOException {
        bring("deals.csv", HUB);
        DealId pump = list(Map.of("q", "retrofit")).getFirst().id();
        change(pump, DealField.AMOUNT, "10000");
        ImportId later =
                bring(
                        "deals.csv",
                        HUB.replace("12,500.50", "14,000").replace("2026-06-17", "2026-07-01"));

        assertThat(read(pump).worth()).isEqualTo("10,000");
        assertThat(read(pump).day(DealField.CLOSES_ON)).contains(LocalDate.of(2026, 7, 1));

        in(() -> server.bean(FileImport.class).undo(viewer, later));
        assertThat(read(pump).day(DealField.CLOSES_ON)).contains(LocalDate.of(2026, 6, 17));
    }

    @Test
    void an_undone_import_takes_its_deals_and_stages_along_but_none_that_somebody_touched()
            throws IOException {
        ImportId first = bring("deals.csv", HUB);
        in(() -> server.bean(FileImport.class).undo(viewer, first));

        assertThat(list(Map.of("state", "all"))).isEmpty();
        assertThat(in(() -> server.bean(Stages.class).all(viewer))).isEqualTo(Stage.USUAL);

        ImportId second = bring("deals.csv", HUB);
        DealId pump = list(Map.of("q", "retrofit")).getFirst().id();
        change(pump, DealField.NEXT_STEP, "ask for the drawing");
        in(() -> server.bean(FileImport.class).undo(viewer, second));
        assertThat(list(Map.of("state", "all"))).extracting(DealLine::id).containsExactly(pump);
    }

    @Test
    void an_undone_import_leaves_what_somebody_wrote_of_its_deals_and_people() throws IOException {
        ImportId people = bring("people.csv", "Name,Email\nOdile Hale,odile@mill.example\n");
        ImportId brought = bring("deals.csv", HUB);
        DealId pump = list(Map.of("q", "retrofit")).getFirst().id();
        DealId valve = list(Map.of("q", "valve", "state", "all")).getFirst().id();
        in(() -> {
            BusinessCases cases = server.bean(BusinessCases.class);
            CaseOf of = new CaseOf.OfDeal(pump);
            return cases.add(viewer, of, cases.fresh(viewer, of).orElseThrow().content());
        });
        in(() ->
                server.bean(RiskDesk.class)
                        .dare(
                                viewer,
                                Optional.of(valve),
                                new OwnRisk("Ask the owner herself", "", Optional.empty(), "")));
        PersonId odile =
                in(() -> server.bean(People.class).byAddress(viewer, List.of(ODILE))).get(ODILE);
        UUID given =
                in(() ->
                        server.bean(Balances.class)
                                .record(
                                        viewer,
                                        odile,
                                        new Balances.New(
                                                Given.Kind.GIFT, true, "A tin", Instant.now())));

        in(() -> server.bean(FileImport.class).undo(viewer, brought));
        in(() -> server.bean(FileImport.class).undo(viewer, people));

        assertThat(list(Map.of("state", "all")))
                .extracting(DealLine::id)
                .containsExactlyInAnyOrder(pump, valve);
        assertThat(in(() -> server.bean(Risks.class).own(viewer))).hasSize(1);
        assertThat(in(() -> server.bean(People.class).card(viewer, odile))).isPresent();
        assertThat(in(() -> server.bean(Balances.class).takeBack(viewer, odile, given))).isTrue();
    }

    @Test
    void whatever_would_go_with_a_deal_keeps_it() {
        List<String> goWithIt =
                server.bean(OwnerDatabase.class)
                        .jdbc()
                        .sql(
                                """
                                SELECT DISTINCT conrelid::regclass::text FROM pg_constraint
                                WHERE contype = 'f' AND confrelid = 'deal'::regclass AND conrelid::regclass::text NOT IN ('deal_person', 'deal_change')
                                """)
                        .query(String.class)
                        .list();
        assertThat(server.beans(DealRecords.class).stream().flatMap(room -> room.tables().stream()))
                .as("a room names each such table of its own in its DealRecords")
                .containsExactlyInAnyOrderElementsOf(goWithIt);
    }

    @Test
    void what_was_changed_again_since_is_not_put_back() {
        DealId id = add("Housings");
        Optional<Instant> first =
                in(() ->
                        book.change(
                                viewer,
                                id,
                                Map.of(DealField.AMOUNT, "900", DealField.REASON, "too dear"),
                                _ -> {}));
        change(id, DealField.AMOUNT, "950");

        in(() -> book.putBack(viewer, id, first.orElseThrow()));

        assertThat(read(id).worth()).isEqualTo("950");
        assertThat(read(id).text(DealField.REASON)).isEmpty();
    }

    @Test
    void a_deal_waits_for_its_company_until_that_comes() throws IOException {
        bring(
                "opportunities.csv",
                "Id,AccountId,OwnerId,Name,StageName,Amount,CloseDate,IsWon,IsDeleted\n"
                        + "006000000000009AAA,001000000000009AAA,005000000000001AAA,Expansion,Proposal,75000.25,2026-09-30,false,false\n");
        assertThat(list(Map.of()).getFirst().accountName()).isEmpty();

        bring(
                "accounts.csv",
                "Id,Name,OwnerId,ParentId,Type,Industry,AnnualRevenue,Website,BillingCity\n"
                        + "001000000000009AAA,Quillbrook Filters,005000000000001AAA,,Customer,Water,1,https://quill.example,Leeds\n");
        assertThat(list(Map.of()).getFirst().accountName()).isEqualTo("Quillbrook Filters");
    }

    @Test
    void a_deal_is_found_by_typing() {
        DealId id = add("Housings");

        assertThat(
                        in(() ->
                                server.beans(SearchSource.class).stream()
                                        .flatMap(source -> source.find(viewer, "hous", 5).stream())
                                        .map(SearchSource.Hit::href)
                                        .toList()))
                .contains("/deals/" + id);
    }

    @Test
    void deals_follow_their_company_when_two_become_one_and_part_with_it() {
        AccountId quill = company("Quill");
        AccountId filters = company("Quillbrook Filters");
        DealId ofQuill = add("Housings");
        DealId ofFilters = add("Seals");
        change(ofQuill, DealField.ACCOUNT, quill.toString());
        change(ofFilters, DealField.ACCOUNT, filters.toString());
        UUID merge =
                in(() ->
                                server.bean(Merges.class)
                                        .join(
                                                viewer,
                                                RecordKind.ACCOUNT,
                                                filters.value(),
                                                quill.value(),
                                                Map.of()))
                        .id();

        assertThat(in(() -> deals.ofAccount(viewer, filters, 5)))
                .extracting(DealLine::id)
                .containsExactlyInAnyOrder(ofQuill, ofFilters);
        assertThat(read(ofQuill).accountName()).isEqualTo("Quillbrook Filters");
        DealId since = add("Valves");
        change(since, DealField.ACCOUNT, filters.toString());

        in(() -> server.bean(Merges.class).undo(viewer, merge));
        assertThat(in(() -> deals.ofAccount(viewer, quill, 5)))
                .extracting(DealLine::id)
                .containsExactly(ofQuill);
        assertThat(in(() -> deals.ofAccount(viewer, filters, 5)))
                .as("what came since stays with whom it was given to")
                .extracting(DealLine::id)
                .containsExactlyInAnyOrder(ofFilters, since);
    }

    private AccountId company(String name) {
        return in(
                () -> server.bean(AccountBook.class).add(viewer, Map.of(AccountField.NAME, name)));
    }

    @Test
    void rows_that_an_import_kept_become_deals_when_asked_and_go_with_it() throws IOException {
        ImportId earlier = bring("deals.csv", HUB);
        keptInstead(earlier);
        KeptDeals kept = server.bean(KeptDeals.class);

        assertThat(in(() -> kept.waiting(viewer))).isEqualTo(2);
        assertThat(in(() -> kept.take(viewer)))
                .isEqualTo(new app.rapport.exchange.KeptRows.Given(2, 0, 0));
        assertThat(in(() -> kept.waiting(viewer))).isZero();
        assertThat(list(Map.of("state", "all")))
                .extracting(DealLine::name)
                .containsExactlyInAnyOrder("Pump retrofit", "Valve kit");
        ImportId again = bring("deals.csv", HUB);
        assertThat(report(again).alreadyKnown()).as("the same file again").isEqualTo(2);
        in(() -> server.bean(FileImport.class).undo(viewer, again));
        in(() -> server.bean(FileImport.class).undo(viewer, earlier));
        assertThat(list(Map.of("state", "all"))).isEmpty();
    }

    @Test
    void kept_rows_are_known_again_also_to_who_does_not_see_their_deals() throws IOException {
        bring("deals.csv", HUB);
        keptInstead(bring("deals.csv", HUB));
        Member ada =
                server.bean(Members.class)
                        .add(
                                nora.workspace(),
                                "ada@tarn.example",
                                "Ada",
                                Role.SELLER,
                                Optional.of("four sample cartridges"),
                                Optional.empty());
        Seen hers = new Seen(Set.of(ada.id()));

        assertThat(
                        CurrentWorkspace.callThrowing(
                                nora.workspace(),
                                hers,
                                () -> server.bean(KeptDeals.class).take(ada.viewer())))
                .isEqualTo(new app.rapport.exchange.KeptRows.Given(0, 2, 0));
    }

    /** As that import would have left its rows before there was a room for deals. */
    private void keptInstead(ImportId id) {
        var jdbc = server.bean(OwnerDatabase.class).jdbc();
        jdbc.sql("DELETE FROM deal WHERE import_id = :id").param("id", id.value()).update();
        List<String> lines = HUB.lines().toList();
        for (int row = 1; row <= 2; row++) {
            byte[] digest = ("row " + row).getBytes(StandardCharsets.UTF_8);
            jdbc.sql(
                            """
                            INSERT INTO kept_record (workspace_id, import_id, item, kind, record, digest)
                            SELECT workspace_id, import_id, item, 'deal',
                                   (SELECT jsonb_object_agg(h, c) FROM unnest(:headers::text[], :cells::text[]) AS t (h, c) WHERE c <> ''), :digest
                            FROM import_item WHERE import_id = :id AND position = :position
                            """)
                    .param("id", id.value())
                    .param("position", "row " + (row + 1))
                    .param("headers", lines.getFirst().split(","))
                    .param("cells", cells(lines.get(row)))
                    .param("digest", digest)
                    .update();
            jdbc.sql(
                            "UPDATE import_item SET subject = :kept WHERE import_id = :id AND position = :position")
                    .param("kept", UUID.nameUUIDFromBytes(digest))
                    .param("id", id.value())
                    .param("position", "row " + (row + 1))
                    .update();
        }
    }

    private static String[] cells(String line) {
        return line.replace("\"12,500.50\"", "12500.50").split(",", -1);
    }

    @Test
    void the_given_exports_come_in_whole() throws IOException {
        Path data =
                Path.of(
                        Optional.ofNullable(System.getenv("RAPPORT_TEST_DATA"))
                                .orElse("../shared/data"));
        Path pipeline = data.resolve("crm-opportunities/sales_pipeline.csv");
        Assumptions.assumeTrue(Files.exists(pipeline));
        ImportId id =
                CurrentWorkspace.callThrowing(
                        viewer.workspace(),
                        () -> {
                            FileImport imports = server.bean(FileImport.class);
                            ImportId begun =
                                    imports.begin(
                                            viewer,
                                            List.of(
                                                    pipeline,
                                                    data.resolve(
                                                            "contacts/hubspot/hubspot_deals.csv"),
                                                    data.resolve(
                                                            "contacts/salesforce/opportunities.csv"),
                                                    data.resolve("contacts/krayin/leads.csv")));
                            imports.run(viewer, begun, _ -> {});
                            return begun;
                        });
        Report report = report(id);

        assertThat(report.read()).isEqualTo(8_800 + 500 + 2 + 2);
        assertThat(report.setAside()).as("one was deleted in Salesforce").isEqualTo(1);
        Map<String, Long> states =
                Map.of("won", count("won"), "lost", count("lost"), "open", count("open"));
        assertThat(states.get("won") - hub("Closed Won")).isEqualTo(4_238);
        assertThat(states.get("lost") - hub("Closed Lost")).isEqualTo(2_473);
        assertThat(
                        in(() ->
                                server.bean(JdbcClient.class)
                                        .sql(
                                                "SELECT sum(amount) FROM deal d JOIN deal_stage s ON s.workspace_id = d.workspace_id AND s.id = d.stage_id WHERE s.kind <> 'open' AND jsonb_exists(d.extra, 'Product')")
                                        .query(Long.class)
                                        .single()))
                .isEqualTo(10_005_534);
    }

    private long count(String state) {
        return DealSum.deals(in(() -> deals.sums(viewer, DealQuery.of(Map.of("state", state)))));
    }

    private static long hub(String stage) throws IOException {
        Path data =
                Path.of(
                        Optional.ofNullable(System.getenv("RAPPORT_TEST_DATA"))
                                .orElse("../shared/data"));
        return Files.readAllLines(data.resolve("contacts/hubspot/hubspot_deals.csv")).stream()
                .filter(line -> line.contains("," + stage + ","))
                .count();
    }

    @Test
    void a_past_moment_knows_whose_a_deal_was_what_it_was_called_and_who_had_a_part() {
        DealId id = add("Housings");
        Instant before = Instant.now();
        PersonId mira =
                in(() ->
                        server.bean(ContactBook.class)
                                .add(viewer, Map.of(ContactField.NAME, "Mira Vesely")));
        pause();
        in(() -> book.join(viewer, id, mira, app.rapport.people.Role.ECONOMIC));
        change(id, DealField.NAME, "Valves");
        change(id, DealField.OWNER, "");

        assertThat(signals(before))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.why()).contains("Housings");
                    assertThat(signal.person()).as("nobody had a part then").isEmpty();
                });
        assertThat(signals(Instant.now())).as("it is nobody's now").isEmpty();
    }

    /** Ids are told apart by the millisecond. */
    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(3_000_000);
    }
}
