package app.rapport.negotiations.model.table;

import static app.rapport.negotiations.model.table.Tactic.*;
import static app.rapport.negotiations.model.table.Warning.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.negotiations.model.table.Caution.Sign;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is warned of at the moment, and what is not. Price weighs 50, term 30, support 20. */
class CautionsTest {
    private static List<Sign> of(Pumps talk) {
        return Stream.concat(
                        Cautions.of(talk.scene()).stream(), Cautions.tactics(talk.scene()).stream())
                .map(Caution::sign)
                .toList();
    }

    private static Caution one(Sign sign, Pumps talk) {
        return Stream.concat(
                        Cautions.of(talk.scene()).stream(), Cautions.tactics(talk.scene()).stream())
                .filter(caution -> caution.sign() == sign)
                .findFirst()
                .orElseThrow();
    }

    /** Both have said where they stand. */
    private static Pumps begun() {
        return new Pumps().we("110", "30 days", "none").they("94", "90 days", "gold");
    }

    @Test
    void whoever_gives_first_on_what_matters_is_told() {
        assertThat(of(begun().we("108"))).contains(FIRST_ON_MAJOR);
        assertThat(of(begun().we("", "", "gold")))
                .as("support weighs little")
                .doesNotContain(FIRST_ON_MAJOR);
        assertThat(of(begun().they("98").we("108")))
                .as("they moved first")
                .doesNotContain(FIRST_ON_MAJOR);
        assertThat(one(FIRST_ON_MAJOR, begun().we("108")).reason())
                .contains("Price weighs 50 of 100");
    }

    @Test
    void what_is_given_for_nothing_is_told_with_what_to_ask_for() {
        Pumps gift = begun().they("96").we("108").they("96").we("", "60 days");
        assertThat(of(gift)).contains(WITHOUT_RETURN);
        assertThat(one(WITHOUT_RETURN, gift).say()).contains("Term 60 days is possible");
        assertThat(of(begun().we("104").they("95").we("103")))
                .as("they gave less for more")
                .contains(WITHOUT_RETURN);
        assertThat(of(begun().they("98").we("108")))
                .as("they gave before")
                .doesNotContain(WITHOUT_RETURN);
        assertThat(of(begun().they("96").we("106").they("96").we("108", "60 days")))
                .as("it asks for something")
                .doesNotContain(WITHOUT_RETURN);
    }

    @Test
    void what_to_ask_for_pays_for_what_is_given() {
        // their plan says that term is dear to them and price cheap, the other way round than ours
        Caution caution =
                one(WITHOUT_RETURN, begun().they("96").we("108").they("96").we("", "60 days"));
        caution.ask().ifPresent(ask -> assertThat(ask.name()).isNotEqualTo("Term"));
    }

    @Test
    void steps_that_grow_are_told_and_steps_that_shrink_are_not() {
        assertThat(of(begun().we("109").they("95").we("104"))).contains(GROWING_STEPS);
        assertThat(of(begun().we("104").they("95").we("103"))).doesNotContain(GROWING_STEPS);
    }

    @Test
    void price_alone_three_times_is_told() {
        assertThat(of(begun().we("108").they("96").we("106"))).contains(PRICE_ONLY);
        assertThat(of(begun().we("108").they("96", "60 days").we("106")))
                .doesNotContain(PRICE_ONLY);
    }

    @Test
    void the_middle_of_both_is_told_by_number_or_by_word() {
        assertThat(of(begun().we("102"))).contains(SPLITTING);
        assertThat(of(begun().they("102"))).contains(SPLITTING);
        assertThat(of(begun().they("97").saying("Let us split the difference.")))
                .contains(SPLITTING);
        assertThat(of(begun().we("106"))).doesNotContain(SPLITTING);
    }

    @Test
    void an_answer_within_moments_is_rushed() {
        assertThat(of(begun().every(Duration.ofSeconds(20)).we("106"))).contains(RUSHING);
        assertThat(of(begun().we("106"))).doesNotContain(RUSHING);
    }

    @Test
    void giving_after_a_threat_is_bowing_to_it() {
        assertThat(of(begun().they("95").saying("That is our final offer.").we("106")))
                .contains(PRESSURE);
        assertThat(of(begun().they("95").saying("Our line stands still.").we("106")))
                .doesNotContain(PRESSURE);
        assertThat(of(begun().they("95").saying("Take it or leave it").we("110")))
                .as("nothing is given")
                .doesNotContain(PRESSURE);
    }

    @Test
    void a_counterpart_who_may_not_decide_is_told() {
        assertThat(of(begun().they("95").saying("I have to ask my boss first.")))
                .contains(NO_AUTHORITY);
        assertThat(of(begun().they("95").from("Luis")))
                .as("the plan does not name him")
                .contains(NO_AUTHORITY);
        assertThat(of(begun().they("95").from("Marta Vesely"))).doesNotContain(NO_AUTHORITY);
        assertThat(of(begun().they("95").from("Luis").we("109").they("96").from("Luis")))
                .as("told once")
                .doesNotContain(NO_AUTHORITY);
    }

    @Test
    void whoever_gives_twice_without_an_answer_needs_it_too_badly() {
        assertThat(of(begun().we("108").we("106"))).contains(NEEDED_TOO_BADLY);
        assertThat(of(begun().we("108").they("95").we("106"))).doesNotContain(NEEDED_TOO_BADLY);
    }

    @Test
    void under_the_walk_away_is_told_first() {
        assertThat(of(begun().we("92", "90 days"))).startsWith(BELOW_WALK_AWAY);
        assertThat(of(begun().we("104"))).doesNotContain(BELOW_WALK_AWAY);
    }

    @Test
    void giving_when_time_runs_out_is_told() {
        assertThat(of(begun().we("106").endsAfter(Duration.ofMinutes(9)))).contains(DEADLINE);
        assertThat(of(begun().we("106").endsAfter(Duration.ofMinutes(60))))
                .doesNotContain(DEADLINE);
    }

    @Test
    void a_little_more_when_yes_is_near_is_nibbling() {
        Pumps near = new Pumps().we("104", "30 days", "none").they("100", "30 days", "none");
        assertThat(of(near.they("", "60 days"))).contains(NIBBLING);
        assertThat(of(begun().they("93"))).as("far apart").doesNotContain(NIBBLING);
        assertThat(of(begun().they("93").saying("Oh, and one more thing"))).contains(NIBBLING);
        assertThat(of(begun().they("96"))).as("they give").doesNotContain(NIBBLING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Only valid until Friday",
                "It is off the table tonight",
                "We need a yes by tomorrow"
            })
    void an_offer_that_expires_may_be_an_exploding_one(String words) {
        assertThat(of(begun().they("95").saying(words))).contains(EXPLODING_OFFER);
    }

    @Test
    void what_they_say_without_an_end_is_none() {
        assertThat(of(begun().they("95").saying("We deliver on Friday.")))
                .doesNotContain(EXPLODING_OFFER, CHICKEN, HIGHER_AUTHORITY);
        assertThat(of(begun().we("106").saying("Our last offer")))
                .as("ours is no tactic of theirs")
                .doesNotContain(CHICKEN);
    }

    @Test
    void take_it_or_leave_it_is_called_so() {
        assertThat(of(begun().they("95").saying("Take it or leave it."))).contains(CHICKEN);
    }

    @Test
    void an_authority_that_turns_up_later_may_be_a_tactic() {
        assertThat(of(begun().they("95").saying("The board wants more.")))
                .contains(HIGHER_AUTHORITY);
        assertThat(of(new Pumps().they("95").saying("The board wants more.")))
                .as("said at once")
                .doesNotContain(HIGHER_AUTHORITY);
    }

    @Test
    void a_first_offer_far_under_the_walk_away_may_be_an_anchor() {
        assertThat(of(new Pumps().they("90", "90 days", "gold"))).contains(EXTREME_ANCHOR);
        assertThat(of(new Pumps().they("98", "60 days", "none"))).doesNotContain(EXTREME_ANCHOR);
    }

    @Test
    void a_hard_voice_and_a_mild_one_may_be_two_parts_of_one_play() {
        assertThat(of(begun().they("94").from("Luis").we("109").they("98").from("Marta")))
                .contains(GOOD_COP_BAD_COP);
        assertThat(of(begun().they("94").from("Luis").we("109").they("98").from("Luis")))
                .doesNotContain(GOOD_COP_BAD_COP);
    }

    @Test
    void what_never_moved_and_is_sold_may_be_a_bogey() {
        Pumps stood = begun().they("95").they("96");
        assertThat(of(stood.they("93", "90 days", "none"))).contains(BOGEY);
        assertThat(of(begun().they("93", "90 days", "none")))
                .as("it stood once only")
                .doesNotContain(BOGEY);
    }

    @Test
    void much_at_once_may_be_a_snow_job() {
        assertThat(of(begun().they("95").saying("and so on ".repeat(70)))).contains(SNOW_JOB);
        assertThat(of(begun().they("95"))).doesNotContain(SNOW_JOB);
    }

    @Test
    void what_weighs_little_for_both_is_no_red_herring_where_it_weighs() {
        assertThat(of(begun().they("", "", "none").they("", "", "gold")))
                .doesNotContain(RED_HERRING);
        Pumps light =
                new Pumps(42, "4")
                        .they("94", "90 days", "gold")
                        .they("", "", "none")
                        .they("", "", "gold");
        assertThat(of(light)).contains(RED_HERRING);
    }

    @Test
    void each_says_why_and_what_to_say() {
        assertThat(Cautions.of(begun().we("108").they("96").we("100").scene()))
                .isNotEmpty()
                .allSatisfy(caution -> {
                    assertThat(caution.reason()).isNotBlank().doesNotContain("%");
                    assertThat(caution.say()).startsWith("“").endsWith("”");
                    assertThat(Sign.of(caution.sign().key())).contains(caution.sign());
                });
    }
}
