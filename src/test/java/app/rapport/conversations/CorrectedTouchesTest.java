package app.rapport.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.agenda.TodayHouse;
import app.rapport.browser.TestServer;
import app.rapport.conversations.store.AnswersOwed;
import app.rapport.database.OwnerDatabase;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.LastTalk.Talk;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.people.Bin;
import app.rapport.people.People;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A call logged with Marta that was with Jonas in truth, a day earlier. */
class CorrectedTouchesTest {
    private static final String NORA = "Nora Pelling <nora@tarnteasel.example>";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant ASKED = NOW.minus(Duration.ofDays(3));
    private static final Instant WRONG = NOW.minus(Duration.ofHours(30));
    private static final Instant RIGHT = NOW.minus(Duration.ofHours(54));

    private static TestServer server;
    private static TodayHouse house;
    private static PersonId marta;
    private static PersonId jonas;
    private static Instant between;

    @BeforeAll
    static void a_call_is_logged_with_one_and_corrected_to_another() throws InterruptedException {
        server = TestServer.start();
        house =
                new TodayHouse(
                        server.bean(Access.class),
                        server.bean(House.class),
                        server.bean(FileImport.class));
        house.mail(
                        "Marta Vesely <marta@quillbrook.example>",
                        NORA,
                        ASKED,
                        "Easter",
                        "Nora, can your crew change twelve housings over Easter?")
                .mail(
                        "Jonas Ekdal <jonas@larkhill.example>",
                        NORA,
                        ASKED.minus(Duration.ofDays(1)),
                        "Plan",
                        "The plan is attached.")
                .bring();
        marta = person("marta@quillbrook.example");
        jonas = person("jonas@larkhill.example");
        TouchId wrong = log(marta, WRONG, Optional.empty());
        Thread.sleep(5);
        between = Instant.now();
        Thread.sleep(5);
        log(jonas, RIGHT, Optional.of(wrong));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void what_the_wrong_entry_settled_waits_again() {
        assertThat(waiting(between)).isEmpty();
        assertThat(waiting(Instant.now())).containsExactly(marta);
    }

    @Test
    void the_last_talk_is_where_it_truly_was() {
        assertThat(
                        in(() ->
                                conversations()
                                        .lastFrom(house.viewer(), List.of(marta), Instant.now())))
                .containsEntry(marta, ASKED);
        assertThat(
                        in(() ->
                                server.bean(CompanyTalks.class)
                                        .lastTalks(
                                                house.viewer(),
                                                List.of(marta, jonas),
                                                Instant.now())))
                .containsEntry(marta, new Talk(Optional.of(ASKED), Optional.empty()))
                .containsEntry(jonas, new Talk(Optional.of(RIGHT), Optional.of(RIGHT)));
        assertThat(
                        in(() ->
                                server.bean(CompanyTalks.class)
                                        .lastTalks(house.viewer(), List.of(marta), between)))
                .containsEntry(marta, new Talk(Optional.of(WRONG), Optional.of(WRONG)));
    }

    @Test
    void the_list_of_people_sorts_both_by_what_is_left() {
        assertThat(
                        in(() ->
                                server.bean(LastTouches.class)
                                        .of(house.viewer(), List.of(marta, jonas))))
                .containsEntry(marta, ASKED)
                .containsEntry(jonas, RIGHT);
    }

    @Test
    void no_rhythm_counts_it() {
        Instant now = Instant.now();
        assertThat(in(() -> server.bean(Acquaintances.class).at(house.viewer(), now)))
                .filteredOn(one -> one.person().equals(marta))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.exchanges()).isEqualTo(1);
                    assertThat(one.last()).isEqualTo(ASKED);
                });
        assertThat(
                        in(() ->
                                conversations()
                                        .beats(
                                                house.viewer(),
                                                List.of(marta),
                                                now.minus(Duration.ofDays(90)),
                                                now)
                                        .get(marta)))
                .hasSize(1);
        assertThat(
                        in(() ->
                                server.bean(CompanyTalks.class)
                                        .rhythm(house.viewer(), List.of(marta), now)
                                        .beats()))
                .hasSize(1);
    }

    @Test
    void one_talk_is_read_as_one() {
        assertThat(in(() -> conversations().reach(house.viewer(), Instant.now())))
                .filteredOn(reach -> reach.name().equals("logged"))
                .extracting(Conversations.Reach::count)
                .containsExactly(1L);
    }

    @Test
    void before_it_was_corrected_the_entry_stood() {
        assertThat(
                        in(() ->
                                conversations()
                                        .story(
                                                house.viewer(),
                                                marta,
                                                between,
                                                Optional.empty(),
                                                9)))
                .extracting(touch -> touch.at().orElseThrow())
                .containsExactly(WRONG, ASKED);
    }

    @Test
    void what_is_deleted_is_gone_from_now_on_and_comes_back() throws InterruptedException {
        TouchId call = log(marta, NOW.minus(Duration.ofHours(1)), Optional.empty());
        TouchId better = log(marta, NOW.minus(Duration.ofHours(2)), Optional.of(call));
        Thread.sleep(5);
        Instant before = Instant.now();
        Thread.sleep(5);
        assertThat(withdrawn(better)).isEqualTo(Withdrawals.Outcome.DELETED);

        assertThat(waiting(Instant.now())).as("what it settled waits again").contains(marta);
        assertThat(waiting(before)).as("a past moment still knows it").isEmpty();
        assertThat(lastTouch(marta)).isEqualTo(ASKED);
        assertThat(in(() -> conversations().touch(house.viewer(), better))).isEmpty();
        assertThat(withdrawn(better))
                .as("by somebody else, a moment ago")
                .isEqualTo(Withdrawals.Outcome.CHANGED_SINCE);
        assertThat(withdrawn(call)).isEqualTo(Withdrawals.Outcome.CHANGED_SINCE);
        assertThat(in(() -> withdrawals().mayGo(house.viewer(), call))).isFalse();
        assertThat(in(() -> server.bean(Bin.class).list(house.viewer())))
                .extracting(Bin.Binned::name)
                .containsExactly("Call with Marta Vesely: We spoke about the housings");

        assertThat(in(() -> server.bean(Bin.class).restore(house.viewer(), better.value())))
                .isPresent();
        assertThat(waiting(Instant.now())).isEmpty();
        assertThat(lastTouch(marta)).isEqualTo(NOW.minus(Duration.ofHours(2)));
        assertThat(in(() -> server.bean(Bin.class).list(house.viewer()))).isEmpty();

        withdrawn(better);
        in(() -> {
            withdrawals().empty(house.viewer(), Instant.now().plusSeconds(1));
            return true;
        });
        assertThat(in(() -> conversations().touches(house.viewer(), List.of(call, better))))
                .as("gone for good, with what it corrected")
                .isEmpty();
        assertThat(
                        server.bean(OwnerDatabase.class)
                                .jdbc()
                                .sql(
                                        "SELECT count(*) FROM thread h WHERE NOT EXISTS (SELECT FROM touch t WHERE t.thread_id = h.id)")
                                .query(Long.class)
                                .single())
                .as("threads that nothing is left of")
                .isZero();
        assertThat(waiting(Instant.now())).containsExactly(marta);
    }

    @Test
    void a_mail_is_not_deleted() {
        TouchId mail =
                in(() -> conversations().story(house.viewer(), marta, between, Optional.empty(), 9))
                        .getLast()
                        .id();
        assertThat(withdrawn(mail)).isEqualTo(Withdrawals.Outcome.STAYS);
    }

    private static Withdrawals.Outcome withdrawn(TouchId touch) {
        return in(() -> withdrawals().withdraw(house.viewer(), touch));
    }

    private static Withdrawals withdrawals() {
        return server.bean(Withdrawals.class);
    }

    private static Instant lastTouch(PersonId person) {
        return in(() ->
                server.bean(LastTouches.class).of(house.viewer(), List.of(person)).get(person));
    }

    private static List<PersonId> waiting(Instant at) {
        return in(() ->
                server
                        .bean(AnswersOwed.class)
                        .open(house.viewer(), at.minus(Duration.ofDays(21)), at)
                        .stream()
                        .map(AnswersOwed.Owed::person)
                        .toList());
    }

    private static PersonId person(String address) {
        return in(() ->
                server.bean(People.class).byAddress(house.viewer(), List.of(address)).get(address));
    }

    private static TouchId log(PersonId with, Instant at, Optional<TouchId> corrects) {
        return in(() ->
                conversations()
                        .log(
                                house.viewer(),
                                new TypedTouch(
                                        Channel.CALL,
                                        List.of(with),
                                        at,
                                        Side.BOTH,
                                        Optional.empty(),
                                        "",
                                        "We spoke about the housings",
                                        corrects)));
    }

    private static Conversations conversations() {
        return server.bean(Conversations.class);
    }

    private static <T> T in(Supplier<T> work) {
        return house.in(work);
    }
}
