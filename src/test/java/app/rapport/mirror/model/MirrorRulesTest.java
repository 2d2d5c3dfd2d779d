package app.rapport.mirror.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.kernel.Estimate;
import app.rapport.kernel.Estimate.Known;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Uuid7;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of the mirror. */
class MirrorRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-09T12:00:00Z");

    private static Met met(MemberId member, Figure figure, Group group, Optional<Duration> took) {
        return new Met(
                figure, group, member, NOW, Optional.empty(), took, Optional.empty(), "", "");
    }

    private static MemberId member() {
        return new MemberId(Uuid7.next());
    }

    @Test
    void what_is_said_before_the_facts_stands_for_ninety_days_and_is_asked_anew() {
        List<Reply> replies = new ArrayList<>();
        for (Question question : Question.values())
            replies.add(new Reply(question, Optional.of(Often.SELDOM), NOW));
        Instant later = NOW.plus(Duration.ofDays(30));
        replies.add(new Reply(Question.KEPT, Optional.of(Often.ALWAYS), later));

        Review standing = Review.of(replies, later);
        assertThat(standing.open()).isEmpty();
        assertThat(standing.said().get(Question.KEPT).often()).isEqualTo(Often.SELDOM);
        assertThat(standing.until()).contains(NOW.plus(Duration.ofDays(90)));

        Instant over = NOW.plus(Duration.ofDays(90));
        assertThat(Review.of(replies, over).said()).isEmpty();
        replies.add(new Reply(Question.KEPT, Optional.of(Often.ALWAYS), over));
        assertThat(Review.of(replies, over).said()).containsOnlyKeys(Question.KEPT);
        assertThat(Review.of(replies, over).settled()).isEmpty();
    }

    @Test
    void an_answer_falls_where_its_wait_does_and_what_waits_is_left_hanging_after_a_week() {
        assertThat(Group.of(true, Duration.ofMinutes(60))).contains(Group.HOUR);
        assertThat(Group.of(true, Duration.ofMinutes(61))).contains(Group.HOURS);
        assertThat(Group.of(true, Duration.ofDays(8))).contains(Group.LATER);
        assertThat(Group.of(false, Duration.ofDays(7))).isEmpty();
        assertThat(Group.of(false, Duration.ofDays(7).plusSeconds(1))).contains(Group.HANGING);
    }

    @Test
    void half_and_nine_of_ten_are_told_of_the_answers_that_came() {
        MemberId nora = member();
        List<Met> facts = new ArrayList<>();
        for (int hours = 1; hours <= 10; hours++)
            facts.add(met(nora, Figure.ANSWERS, Group.DAY, Optional.of(Duration.ofHours(hours))));
        facts.add(met(nora, Figure.ANSWERS, Group.HANGING, Optional.empty()));
        Reflection mirror = new Reflection(facts);

        assertThat(mirror.within(Figure.ANSWERS, .5)).contains(Duration.ofHours(5));
        assertThat(mirror.within(Figure.ANSWERS, .9)).contains(Duration.ofHours(9));
        assertThat(mirror.within(Figure.NEWCOMERS, .5)).isEmpty();
        assertThat(mirror.answers(Figure.ANSWERS)).isEqualTo(10);
        assertThat(new Reflection(facts.subList(0, 4)).within(Figure.ANSWERS, .9))
                .as("of four nobody can tell nine of ten")
                .isEmpty();
    }

    @Test
    void a_share_is_not_known_below_five_and_leaves_out_what_is_neither() {
        assertThat(Measure.KEPT.of(Map.of(Group.KEPT, 4L, Group.MOVED, 9L)))
                .isInstanceOf(Estimate.NotKnownYet.class);

        Known share = (Known) Measure.KEPT.of(Map.of(Group.KEPT, 4L, Group.BROKEN, 4L));
        assertThat(share.value()).isEqualTo(50);
        assertThat(share.low()).isBetween(20.0, 35.0);
        Known all = (Known) Measure.ANSWERED.of(Map.of(Group.DAY, 9L, Group.LATER, 9L));
        assertThat(all.value()).isEqualTo(95);
    }

    @Test
    void self_view_and_facts_part_where_the_whole_step_lies_outside_their_range() {
        Known facts = new Known(50, 40, 60);
        assertThat(Parting.of(Often.ALWAYS, facts)).isEqualTo(Parting.BRIGHTER);
        assertThat(Parting.of(Often.MOSTLY, facts)).isEqualTo(Parting.BRIGHTER);
        assertThat(Parting.of(Often.HALF, facts)).isEqualTo(Parting.ALIKE);
        assertThat(Parting.of(Often.MOSTLY, new Known(50, 30, 70))).isEqualTo(Parting.ALIKE);
        assertThat(Parting.of(Often.NEVER, facts)).isEqualTo(Parting.DARKER);
        assertThat(Parting.of(Often.NEVER, new Estimate.NotKnownYet("")))
                .isEqualTo(Parting.NOT_KNOWN);
    }

    @Test
    void the_team_is_shown_by_figure_and_only_with_enough_in_it_to_hide_one() {
        MemberId nora = member();
        List<Met> facts = new ArrayList<>();
        facts.add(met(nora, Figure.WRITING, Group.ASKING, Optional.empty()));
        for (int i = 0; i < 2; i++)
            facts.add(met(member(), Figure.WRITING, Group.GIVING, Optional.empty()));
        MemberId tom = member();
        facts.add(met(tom, Figure.THANKS, Group.THANKED, Optional.empty()));
        assertThat(TeamReflection.of(facts, Set.of(nora)).counts()).isEmpty();

        facts.add(met(tom, Figure.WRITING, Group.GIVING, Optional.empty()));
        assertThat(TeamReflection.of(facts, Set.of(nora)).counts())
                .containsOnlyKeys(Figure.WRITING)
                .containsValue(Map.of(Group.GIVING, 3L, Group.ANSWERING, 0L, Group.ASKING, 1L));
        assertThat(TeamReflection.of(facts, Set.of(nora, tom)).counts())
                .as("Tom shares his: the other two could be told")
                .isEmpty();
    }
}
