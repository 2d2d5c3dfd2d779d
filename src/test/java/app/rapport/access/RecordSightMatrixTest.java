package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Caller.Answer;
import app.rapport.access.Routes.Route;
import app.rapport.access.web.Gate;
import app.rapport.browser.TestServer;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.database.CurrentWorkspace;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Uuid7;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Negotiations;
import app.rapport.people.AccountBook;
import app.rapport.people.ContactBook;
import app.rapport.people.Merge;
import app.rapport.people.Merges;
import app.rapport.people.model.AccountField;
import app.rapport.people.model.ContactField;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every route of the running server, asked for records that the asker does not see: what is out of
 * sight looks like what does not exist, in lists and pages, to whoever reads and whoever writes.
 */
class RecordSightMatrixTest {
    private static final UUID UNKNOWN = Uuid7.next();
    private static final List<String> WORDS =
            List.of("zanzibar", "kestrel", "wolfram", "tourmaline", "obsidian");

    private static TestServer server;
    private static Member nora;
    private static Member ivo;
    private static Member mate;
    private static Caller seller;
    private static PersonId hers;
    private static PersonId his;
    private static AccountId company;
    private static UUID talk;
    private static DealId deal;
    private static NegotiationId negotiation;
    private static Everything all;

    @BeforeAll
    static void aFirmWithPeopleOfThreeColleagues() {
        server = TestServer.start();
        nora =
                server.bean(Access.class)
                        .setUp(
                                "Tarn",
                                "nora@tarn.example",
                                "Nora",
                                "four sample cartridges",
                                ZoneId.of("UTC"));
        ivo = colleague("ivo");
        mate = colleague("mate");
        seller = Caller.member(server, ivo, Scope.WRITE);
        company =
                in(() ->
                        server.bean(AccountBook.class)
                                .add(nora.viewer(), Map.of(AccountField.NAME, "Kestrel Foundry")));
        hers =
                person(
                        nora,
                        Map.of(
                                ContactField.NAME, "Zanzibar Quillon",
                                ContactField.MAILS, "quillon@zanzibar.example",
                                ContactField.ACCOUNT, company.toString()));
        his = person(ivo, Map.of(ContactField.NAME, "Obsidian Lund"));
        person(mate, Map.of(ContactField.NAME, "Tourmaline Birkholm"));
        talk = in(() -> server.bean(Conversations.class).log(nora.viewer(), call())).value();
        deal =
                in(() ->
                        server.bean(DealBook.class)
                                .add(nora.viewer(), Map.of(DealField.NAME, "Quillon order")));
        negotiation =
                in(() ->
                        server.bean(Negotiations.class)
                                .begin(nora.viewer(), deal, "Sirocco talks", Optional.empty()));
        UUID team = in(() -> server.bean(Teams.class).add(nora.viewer(), "North"));
        for (Member one : List.of(ivo, mate))
            in(() -> server.bean(Teams.class).join(nora.viewer(), team, one.id()));
        sees(Visibility.ALL);
        all = everything();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static <T> T in(Supplier<T> work) {
        return CurrentWorkspace.call(nora.workspace(), work);
    }

    private static Member colleague(String name) {
        return server.bean(Members.class)
                .add(
                        nora.workspace(),
                        name + "@tarn.example",
                        name,
                        Role.SELLER,
                        Optional.of("four sample cartridges"),
                        Optional.empty());
    }

    private static PersonId person(Member by, Map<ContactField, String> fields) {
        return in(() -> server.bean(ContactBook.class).add(by.viewer(), fields));
    }

    private static TypedTouch call() {
        return new TypedTouch(
                Channel.CALL,
                List.of(hers),
                Instant.now().minusSeconds(3600),
                Side.YOU,
                Optional.empty(),
                "",
                "About the wolfram housings",
                Optional.empty());
    }

    private static void sees(Visibility sees) {
        server.bean(Members.class).changeVisibility(nora, ivo.id(), sees);
    }

    /** All that is there at all: who sees less finds it nowhere else. */
    private static Everything everything() {
        return Everything.shown(
                server,
                seller,
                List.of(
                        hers.value(),
                        his.value(),
                        company.value(),
                        talk,
                        deal.value(),
                        negotiation.value()),
                WORDS);
    }

    @Test
    void who_sees_all_sees_everybodys() {
        Everything shown = all;

        assertThat(shown.showing("Quillon"))
                .contains(
                        "GET /people",
                        "GET /people/{id}",
                        "GET /people.csv",
                        "GET /find",
                        "GET /api/v1/contacts",
                        "GET /api/v1/contacts/{id}",
                        "GET /deals",
                        "GET /deals/{id}",
                        "GET /api/v1/deals");
        assertThat(shown.showing("Sirocco")).as("a plan is its team's").isEmpty();
        assertThat(shown.showing("Foundry")).contains("GET /accounts", "GET /accounts/{id}");
        assertThat(shown.showing("housings")).contains("GET /touches/{id}", "GET /people/{id}");
    }

    @Test
    void who_sees_their_own_sees_no_trace_of_others() {
        sees(Visibility.OWN);
        Everything shown = all.alsoShownTo(seller);

        assertThat(shown.showing("Lund")).contains("GET /people", "GET /people/{id}", "GET /find");
        SoftAssertions.assertSoftly(softly -> {
            for (String word : List.of("Quillon", "Foundry", "housings", "Birkholm"))
                softly.assertThat(shown.showing(word)).as(word).isEmpty();
        });
    }

    @Test
    void who_sees_their_teams_sees_what_a_mate_owns() {
        sees(Visibility.TEAM);
        Everything shown = all.alsoShownTo(seller);

        assertThat(shown.showing("Birkholm")).contains("GET /people", "GET /api/v1/contacts");
        SoftAssertions.assertSoftly(softly -> {
            for (String word : List.of("Quillon", "Foundry", "housings"))
                softly.assertThat(shown.showing(word)).as(word).isEmpty();
        });
    }

    @Test
    void what_is_out_of_sight_answers_like_what_does_not_exist_and_stays_as_it_is() {
        sees(Visibility.OWN);
        String before = stored();
        SoftAssertions.assertSoftly(softly -> {
            for (Route route : Routes.of(server).all()) {
                if (!route.takesAnId() || Gate.isOpen(route.handler())) continue;
                Answer missing = seller.ask(route, UNKNOWN).plain(route.path(UNKNOWN), UNKNOWN);
                for (UUID id :
                        List.of(
                                hers.value(),
                                company.value(),
                                talk,
                                deal.value(),
                                negotiation.value()))
                    softly.assertThat(seller.ask(route, id).plain(route.path(id), id))
                            .as(route + " with " + id)
                            .isEqualTo(missing);
            }
        });
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void two_out_of_sight_that_became_one_are_not_parted() {
        PersonId twin = person(nora, Map.of(ContactField.NAME, "Zanzibar Quillon junior"));
        Merge merge =
                in(() ->
                        server.bean(Merges.class)
                                .join(
                                        nora.viewer(),
                                        RecordKind.CONTACT,
                                        hers.value(),
                                        twin.value(),
                                        Map.of()));
        sees(Visibility.OWN);
        Answer refused = seller.post("/api/v1/merges/" + merge.id() + "/undo", "{}");
        in(() -> server.bean(Merges.class).undo(nora.viewer(), merge.id()));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(seller.post("/api/v1/merges/" + merge.id() + "/undo", "{}").status())
                .isEqualTo(404);
    }

    private static String stored() {
        return in(() ->
                server.bean(JdbcClient.class)
                        .sql(
                                """
                                SELECT (SELECT string_agg(c::text, ',' ORDER BY id) FROM contact c)
                                       || (SELECT string_agg(a::text, ',' ORDER BY id) FROM account a)
                                       || (SELECT string_agg(t::text, ',' ORDER BY id) FROM touch t)
                                       || (SELECT string_agg(d::text, ',' ORDER BY id) FROM deal d)
                                       || (SELECT string_agg(n::text, ',' ORDER BY id) FROM negotiation n)
                                """)
                        .query(String.class)
                        .single());
    }

    @Test
    void an_address_of_somebody_out_of_sight_is_refused_without_a_name() {
        sees(Visibility.OWN);
        assertThatThrownBy(() ->
                        asIvo(() ->
                                server.bean(ContactBook.class)
                                        .add(
                                                ivo.viewer(),
                                                Map.of(
                                                        ContactField.MAILS,
                                                        "quillon@zanzibar.example"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("somebody whom you do not see")
                .hasMessageNotContaining("Zanzibar");
    }

    @Test
    void nobody_gives_a_record_out_of_their_own_sight() {
        sees(Visibility.OWN);
        assertThatThrownBy(() ->
                        asIvo(() ->
                                server.bean(ContactBook.class)
                                        .change(
                                                ivo.viewer(),
                                                his,
                                                Map.of(ContactField.OWNER, nora.id().toString()),
                                                _ -> {})))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("whose records you see");
    }

    /** As a request of his would. */
    private static <T> T asIvo(Supplier<T> work) {
        Member now = server.bean(Access.class).member(ivo.workspace(), ivo.id()).orElseThrow();
        return CurrentWorkspace.callThrowing(now.workspace(), now.seen(), work::get);
    }

    @Test
    void whoever_manages_members_sees_all_whatever_was_chosen_for_them() {
        server.bean(Members.class).changeVisibility(nora, nora.id(), Visibility.OWN);

        assertThat(
                        server.bean(Access.class)
                                .member(nora.workspace(), nora.id())
                                .orElseThrow()
                                .seen())
                .isEqualTo(app.rapport.kernel.Seen.ALL);
    }
}
