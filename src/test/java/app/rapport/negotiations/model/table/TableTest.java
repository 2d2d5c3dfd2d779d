package app.rapport.negotiations.model.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rapport.bargaining.course.Turn.Side;
import app.rapport.kernel.MemberId;
import app.rapport.negotiations.model.table.Offer.Below;
import app.rapport.negotiations.model.table.Offer.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Offers, what they are worth, what was given for what: on paper. */
class TableTest {
    private static final MemberId ILSE = new MemberId(UUID.randomUUID());

    @Test
    void what_an_offer_does_not_name_stays_where_its_side_had_it() {
        Pumps talk = new Pumps().we("", "30 days", "none").they("95", "90 days", "gold").we("108");
        Move last = talk.path().getLast();

        assertThat(last.number()).isEqualTo(2);
        assertThat(last.standing()).isEqualTo(talk.choices("108", "30 days", "none"));
        assertThat(last.changed()).containsExactly(talk.plan.issues().getFirst().id());
    }

    @Test
    void a_whole_package_is_worth_so_much_to_us_and_a_part_something_between() {
        Pumps talk = new Pumps();
        Value whole = talk.valuation().of(talk.choices("100", "30 days", "none"));
        Value part = talk.valuation().of(talk.choices("", "30 days", "none"));

        assertThat(whole.ours().sure()).isTrue();
        assertThat(whole.middle()).isCloseTo(75, within(1e-9));
        assertThat(part.ours().low()).isCloseTo(50, within(1e-9));
        assertThat(part.ours().high()).isCloseTo(100, within(1e-9));
    }

    @Test
    void what_they_offer_changes_what_we_believe_of_them() {
        Pumps talk = new Pumps();
        Map<UUID, String> package_ = talk.choices("100", "90 days", "none");
        assertThat(talk.valuation().belief()).isEmpty();
        talk.they("92", "90 days", "gold").they("94", "90 days", "none");

        Value value = talk.valuation().of(package_);
        assertThat(talk.valuation().belief()).isPresent();
        assertThat(value.theirs().low()).isLessThanOrEqualTo(value.likely());
        assertThat(value.likely()).isLessThanOrEqualTo(value.theirs().high());
    }

    @Test
    void what_we_believe_of_them_is_concluded_when_something_asks_for_it_and_once() {
        Pumps talk = new Pumps().we("110", "30 days", "none").they("92", "90 days", "gold");
        Map<UUID, String> ours = talk.choices("108", "30 days", "none");
        AtomicInteger heard = new AtomicInteger();
        Valuation valuation =
                Valuation.of(
                        talk.plan,
                        talk.path(),
                        (worth, offers) -> {
                            heard.incrementAndGet();
                            return Valuation.LISTENS.after(worth, offers);
                        });

        assertThat(WalkAwayGate.bars(ours, talk.path(), valuation)).isFalse();
        assertThat(valuation.change(Side.OURS, ours, talk.choices("100"))).isNegative();
        assertThat(heard).as("ours needs no belief").hasValue(0);
        assertThat(valuation.of(ours).ours()).isEqualTo(valuation.ours(ours));
        assertThat(valuation.frontier()).isSameAs(valuation.frontier());
        assertThat(heard).hasValue(1);
    }

    @Test
    void the_ledger_says_what_came_back_for_what_was_given() {
        Ledger ledger =
                new Pumps()
                        .we("110", "30 days", "none")
                        .they("90", "90 days", "gold")
                        .we("108", "30 days", "none")
                        .they("92", "60 days", "gold")
                        .ledger();
        Concession given = ledger.by(Side.OURS).getFirst();

        assertThat(given.cost()).isCloseTo(5, within(1e-9));
        assertThat(given.gift()).isPositive();
        assertThat(given.back()).as("two units of price and a month").isCloseTo(20, within(1e-9));
        assertThat(ledger.gave()).isCloseTo(5, within(1e-9));
        assertThat(ledger.got()).isCloseTo(20, within(1e-9));
        assertThat(ledger.reciprocity().orElseThrow()).isCloseTo(4, within(1e-9));
        assertThat(new Pumps().ledger().reciprocity()).as("nothing was given").isEmpty();
    }

    @Test
    void what_is_named_for_the_first_time_is_no_concession() {
        Ledger ledger = new Pumps().we("", "30 days").we("110").ledger();

        assertThat(ledger.entries())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.ours()).isZero();
                    assertThat(one.isOne()).isFalse();
                });
    }

    @Test
    void the_plane_shows_the_zone_better_than_walking_away_and_where_offers_stand() {
        Pumps talk = new Pumps().we("110", "30 days", "none").they("90", "90 days", "gold");
        Plane plane = Plane.of(talk.path(), talk.valuation());

        assertThat(plane.dots()).hasSize(2);
        assertThat(plane.dots().getFirst().ours()).isCloseTo(100, within(1e-9));
        assertThat(plane.zone()).isNotEmpty().allMatch(dot -> dot.ours() >= 42);
        assertThat(plane.edge().size()).isGreaterThan(plane.zone().size());
        assertThat(plane.fair()).isPresent();
    }

    @Test
    void under_the_walk_away_is_barred_unless_a_second_person_agreed_to_as_little() {
        Pumps talk = new Pumps().we("100", "60 days", "none");
        Map<UUID, String> low = talk.choices("92", "90 days", "none");
        assertThat(WalkAwayGate.bars(low, talk.path(), talk.valuation())).isTrue();
        assertThat(
                        WalkAwayGate.bars(
                                talk.choices("100", "60 days", "none"),
                                talk.path(),
                                talk.valuation()))
                .isFalse();

        Offer agreed = offer(talk, low, Optional.of(new Seen(ILSE, Pumps.NINE)));
        List<Move> path = Move.path(List.of(agreed));
        assertThat(WalkAwayGate.bars(low, path, talk.valuation())).isFalse();
        assertThat(WalkAwayGate.bars(talk.choices("90", "90 days", "gold"), path, talk.valuation()))
                .as("not to still less")
                .isTrue();
    }

    private static Offer offer(Pumps talk, Map<UUID, String> choices, Optional<Seen> seen) {
        assertThat(talk.plan.walkAway()).isPresent();
        return new Offer(
                UUID.randomUUID(),
                Side.OURS,
                Pumps.NINE,
                Pumps.NORA,
                "",
                "",
                choices,
                Optional.of(new Below("the line stands still", seen)));
    }

    @Test
    void what_waits_for_a_second_person_was_not_said_and_its_writer_does_not_let_it_pass() {
        Pumps talk = new Pumps();
        Offer waiting = offer(talk, talk.choices("90", "90 days", "gold"), Optional.empty());

        assertThat(Move.path(List.of(waiting))).isEmpty();
        assertThat(WalkAwayGate.mayAgree(waiting, Pumps.NORA, false, Pumps.NINE)).isFalse();
        assertThat(WalkAwayGate.mayAgree(waiting, ILSE, false, Pumps.NINE)).isTrue();
        assertThat(WalkAwayGate.mayAgree(waiting, Pumps.NORA, true, Pumps.NINE))
                .as("alone, not in the heat")
                .isFalse();
        assertThat(
                        WalkAwayGate.mayAgree(
                                waiting, Pumps.NORA, true, Pumps.NINE.plus(Duration.ofMinutes(15))))
                .as("but after a pause")
                .isTrue();
    }

    @Test
    void what_nobody_has_named_is_no_loss_to_one_side_and_better_for_the_other() {
        Pumps talk =
                new Pumps()
                        .we("100", "60 days", "none")
                        .they("95", "90 days", "gold")
                        .they("95", "60 days", "gold");
        WaysOut ways = WaysOut.of(talk.path(), Valuation.of(talk.plan));

        assertThat(ways.unnamed()).isNotEmpty();
        assertThat(ways.unnamed())
                .filteredOn(way -> way.why().startsWith("Best for them"))
                .allSatisfy(way -> {
                    assertThat(way.ours()).isGreaterThan(-1e-6);
                    assertThat(way.theirs()).isPositive();
                });
        assertThat(ways.unnamed())
                .filteredOn(way -> way.why().startsWith("Better for you"))
                .allSatisfy(way -> {
                    assertThat(way.theirs()).isGreaterThan(-1e-6);
                    assertThat(way.ours()).isPositive();
                });
        assertThat(ways.compromise())
                .get()
                .satisfies(way -> assertThat(way.value().middle()).isGreaterThan(42));
        assertThat(ways.question()).contains("Term").endsWith("”");
        assertThat(ways.theirWay()).as("where they never moved").contains("Price");
    }

    @Test
    void the_pieces_of_a_deal_add_up_to_the_whole() {
        Pumps talk = new Pumps();
        Map<UUID, String> package_ = talk.choices("100", "60 days", "none");
        assertThat(Piece.of(talk.valuation(), package_).stream().mapToDouble(Piece::ours).sum())
                .isCloseTo(talk.valuation().of(package_).middle(), within(1e-9));
    }

    @Test
    void whoever_walks_away_says_the_reason_and_leaves_the_door_open() {
        assertThat(Farewell.text("the term does not carry the stock"))
                .contains("the term does not carry the stock.", "door stays open");
    }
}
