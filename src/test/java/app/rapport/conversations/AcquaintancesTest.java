package app.rapport.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.agenda.TodayHouse;
import app.rapport.browser.TestServer;
import app.rapport.conversations.model.Acquaintance;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.PersonId;
import app.rapport.people.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sums say the same as the touches, at every moment and after every kind of change. */
class AcquaintancesTest {
    private static final String MARTA = "Marta Vesely <m.vesely@quillbrook.example>";
    private static final String JONAS = "Jonas Ekdal <j.ekdal@quillbrook.example>";
    private static final String NORA = "Nora Pelling <nora@tarnteasel.example>";
    private static final String PRIVATE = "nora@hearth.example";
    private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

    private static TestServer server;
    private static TodayHouse house;
    private static Acquaintances acquaintances;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        house =
                new TodayHouse(
                        server.bean(Access.class),
                        server.bean(House.class),
                        server.bean(FileImport.class));
        acquaintances = server.bean(Acquaintances.class);
        for (int week = 0; week < 8; week++) {
            house.mail(MARTA, NORA, day(7 * week), "Week " + week, "How many housings this week?")
                    .mail(NORA, MARTA, day(7 * week + 1), "Re: Week " + week, "Twelve.")
                    .mail(JONAS, NORA, day(11 * week), "Plan " + week, "Here is the plan.")
                    .mail(
                            "Nora <" + PRIVATE + ">",
                            JONAS,
                            day(11 * week + 2),
                            "Re: Plan " + week,
                            "Thanks.");
        }
        house.bring();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void complete() {
        house.in(() -> {
            acquaintances.complete(house.viewer());
            return null;
        });
    }

    private static Instant day(int day) {
        return BEGIN.plus(Duration.ofDays(day));
    }

    @Test
    void sums_and_touches_say_the_same_at_any_moment() {
        assertThat(now()).hasSizeGreaterThan(1);
        sameAsTouches();
    }

    @Test
    void a_logged_talk_counts_from_when_it_was_typed() {
        int before = exchanges(marta());
        Instant typed = Instant.now();
        house.in(() ->
                server.bean(Conversations.class)
                        .log(
                                house.viewer(),
                                new TypedTouch(
                                        Channel.CALL,
                                        List.of(marta()),
                                        day(60),
                                        Side.YOU,
                                        Optional.empty(),
                                        "",
                                        "Agreed on Easter.",
                                        Optional.empty())));
        assertThat(exchanges(marta())).isEqualTo(before + 1);
        assertThat(at(typed.minusSeconds(1)))
                .anyMatch(one -> one.person().equals(marta()) && one.exchanges() == before);
        sameAsTouches();
    }

    @Test
    void what_is_dated_later_counts_when_its_time_has_come() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        int before = exchanges(marta());
        house.mail(MARTA, NORA, tomorrow, "From a wrong clock", "Is it tomorrow already?").bring();
        assertThat(exchanges(marta())).isEqualTo(before);
        assertThat(at(tomorrow.plusSeconds(1)))
                .anyMatch(one -> one.person().equals(marta()) && one.exchanges() == before + 1);
        sameAsTouches();
    }

    @Test
    void with_another_address_of_ones_own_the_sums_are_made_anew() {
        House us = server.bean(House.class);
        int before = exchanges(jonas());
        house.in(() -> {
            us.addOwnAddresses(house.viewer(), List.of(PRIVATE));
            return null;
        });
        assertThat(exchanges(jonas())).isGreaterThan(before);
        complete();
        sameAsTouches();
        house.in(() -> {
            us.removeOwnAddress(house.viewer(), PRIVATE);
            return null;
        });
        assertThat(exchanges(jonas())).isEqualTo(before);
    }

    @Test
    void a_rebuild_finds_the_sums_equal() {
        assertThat(house.in(() -> acquaintances.rebuild(house.viewer())))
                .satisfies(rebuilt -> {
                    assertThat(rebuilt.mended()).isZero();
                    assertThat(rebuilt.equal()).isTrue();
                });
    }

    private static void sameAsTouches() {
        List<Instant> moments =
                List.of(
                        day(-1),
                        day(0),
                        day(20),
                        day(45),
                        day(70),
                        Instant.now(),
                        Instant.now().plus(Duration.ofDays(3)));
        List<List<Facts>> summed = moments.stream().map(AcquaintancesTest::facts).toList();
        house.in(() ->
                server.bean(JdbcClient.class)
                        .sql("DELETE FROM acquaintance_basis WHERE workspace_id = :workspace")
                        .param("workspace", house.viewer().workspace().value())
                        .update());
        assertThat(summed).isEqualTo(moments.stream().map(AcquaintancesTest::facts).toList());
    }

    /** All but the span of time in which it is true, which may be told shorter than it is. */
    private record Facts(
            PersonId person,
            int exchanges,
            int fromThem,
            int days,
            Object habit,
            Instant last,
            Object touch,
            boolean ours) {}

    private static List<Facts> facts(Instant moment) {
        return at(moment).stream()
                .sorted(Comparator.comparing(one -> one.person().value()))
                .map(one ->
                        new Facts(
                                one.person(),
                                one.exchanges(),
                                one.fromThem(),
                                one.days(),
                                one.habit(),
                                one.last(),
                                one.lastTouch(),
                                one.lastOurs()))
                .toList();
    }

    private static List<Acquaintance> at(Instant moment) {
        return house.in(() -> acquaintances.at(house.viewer(), moment));
    }

    private static List<Acquaintance> now() {
        return at(Instant.now());
    }

    private static int exchanges(PersonId person) {
        return now().stream()
                .filter(one -> one.person().equals(person))
                .mapToInt(Acquaintance::exchanges)
                .sum();
    }

    private static PersonId marta() {
        return person("m.vesely@quillbrook.example");
    }

    private static PersonId jonas() {
        return person("j.ekdal@quillbrook.example");
    }

    private static PersonId person(String address) {
        return Objects.requireNonNull(
                house.in(() ->
                        server.bean(People.class)
                                .byAddress(house.viewer(), List.of(address))
                                .get(address)));
    }
}
