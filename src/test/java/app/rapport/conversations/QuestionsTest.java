package app.rapport.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.agenda.Today;
import app.rapport.agenda.TodayHouse;
import app.rapport.browser.TestServer;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Verdict;
import app.rapport.people.People;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is open between the seller and one person. */
class QuestionsTest {
    private static final String NORA = "Nora Pelling <nora@tarnteasel.example>";
    private static final String MARTA = "Marta <marta@quillbrook.example>";
    private static final String JONAS = "Jonas <jonas@quillbrook.example>";
    private static final String BEA = "Bea <bea@larkhill.example>";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static TestServer server;
    private static TodayHouse house;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        house =
                new TodayHouse(
                        server.bean(Access.class),
                        server.bean(House.class),
                        server.bean(FileImport.class));
        house.mail(MARTA, NORA, ago(50), "Easter", "Hello. Can your crew come over Easter?")
                .mail(NORA, MARTA, ago(40), "Plan", "Could you send me the shutdown plan?")
                .mail(JONAS, NORA, ago(30), "Lot", "Could you send me the report for lot 7714?")
                .mail(NORA, JONAS, ago(29), "Re: Lot", "Here it is. Does it say enough for you?")
                .mail(JONAS, NORA, ago(28), "Re: Lot", "Thanks, it does.")
                .mail(BEA, NORA, ago(20), "Malt", "Could you tell me your view on malt?")
                .bring();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void open_questions_of_both_sides_are_quoted() {
        Questions.Open open = with("marta@quillbrook.example");
        assertThat(open.theirs())
                .extracting(Questions.Question::quote)
                .containsExactly("Can your crew come over Easter?");
        assertThat(open.ours())
                .extracting(Questions.Question::quote)
                .containsExactly("Could you send me the shutdown plan?");
        assertThat(open.theirs().getFirst().at()).isEqualTo(ago(50));
    }

    @Test
    void what_was_answered_is_not_open() {
        assertThat(with("jonas@quillbrook.example").none()).isTrue();
    }

    @Test
    void what_somebody_is_done_with_in_today_is_not_open_until_that_is_undone() {
        String address = "bea@larkhill.example";
        assertThat(with(address).theirs()).hasSize(1);
        Today today = server.bean(Today.class);
        String item =
                house.in(() -> today.waiting(house.viewer(), person(address), Instant.now()))
                        .orElseThrow()
                        .id();
        Today.Decision done =
                house.in(() -> today.judge(house.viewer(), item, new Verdict.Done(), Instant.now()))
                        .orElseThrow();
        assertThat(with(address).none()).isTrue();
        house.in(() -> today.undo(house.viewer(), done.batch()));
        assertThat(with(address).theirs()).hasSize(1);
    }

    private static Questions.Open with(String address) {
        return house.in(() ->
                server.bean(Questions.class).with(house.viewer(), person(address), Instant.now()));
    }

    private static PersonId person(String address) {
        return house.in(() ->
                server.bean(People.class).byAddress(house.viewer(), List.of(address)).get(address));
    }

    private static Instant ago(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }
}
