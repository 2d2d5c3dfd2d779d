package app.rapport.bargaining.belief;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.bargaining.Domain;
import app.rapport.bargaining.Enumeration;
import app.rapport.bargaining.Issue;
import app.rapport.bargaining.MadeNegotiations;
import app.rapport.bargaining.Negotiation;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Sketch;
import app.rapport.bargaining.Span;
import app.rapport.bargaining.Utility;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final Domain DOMAIN = MadeNegotiations.domain(3, 3, 4);

    /** The second issue matters most to them, the third hardly at all. */
    private static final Negotiation TALK =
            new Negotiation(
                    new Domain(
                            DOMAIN.issues().stream()
                                    .map(i -> new Issue(i.name(), Issue.Kind.CHOICE, i.options()))
                                    .toList()),
                    new Utility(
                            new double[] {0, 0.2, 0.4},
                            new double[] {0.3, 0.1, 0},
                            new double[] {0, 0.1, 0.2, 0.3}),
                    new Utility(
                            new double[] {0.3, 0.1, 0},
                            new double[] {0, 0.2, 0.6},
                            new double[] {0.1, 0, 0.05, 0.1}));

    private static Belief after(int offers, Opponent.Strategy strategy) {
        List<Outcome> made = new Opponent(TALK, strategy, 1).offers(30);
        return new Listener(TALK.domain()).after(made.subList(0, offers));
    }

    private static double correlation(Belief belief) {
        return BeliefMeasure.correlation(new Enumeration(TALK).points(), belief.likely());
    }

    @Test
    void what_they_want_is_learned_from_their_concessions() {
        Belief belief = after(30, Opponent.Strategy.LINEAR);
        assertThat(correlation(belief)).isGreaterThan(0.9);
        assertThat(belief.weight(1).middle()).isGreaterThan(belief.weight(2).middle());
        assertThat(belief.score(1, 2).high()).isEqualTo(1);
        assertThat(belief.prefers(new Outcome(0, 2, 0), new Outcome(2, 0, 1))).isGreaterThan(0.95);
    }

    @Test
    void the_more_they_offered_the_narrower_is_what_is_believed() {
        Outcome middle = new Outcome(1, 1, 1);
        double few = after(3, Opponent.Strategy.LINEAR).worth(middle).width();
        assertThat(after(30, Opponent.Strategy.LINEAR).worth(middle).width()).isLessThan(few);
    }

    @Test
    void the_same_offers_give_the_same_belief() {
        Outcome middle = new Outcome(1, 1, 1);
        assertThat(after(5, Opponent.Strategy.BOULWARE).worth(middle))
                .isEqualTo(after(5, Opponent.Strategy.BOULWARE).worth(middle));
    }

    @Test
    void without_an_offer_everything_may_be() {
        Belief belief = new Listener(TALK.domain()).after(List.of());
        assertThat(belief.worth(new Outcome(1, 1, 1)).width()).isGreaterThan(0.3);
    }

    @Test
    void what_they_say_counts_until_offers_speak_against_it() {
        Saying first = new Saying.MattersMore(2, 1);
        Listener told = new Listener(TALK.domain(), Optional.empty(), List.of(first));
        Belief before = told.after(List.of());
        assertThat(before.weight(2).middle()).isGreaterThan(before.weight(1).middle());
        Belief after = told.after(new Opponent(TALK, Opponent.Strategy.LINEAR, 1).offers(30));
        assertThat(after.weight(1).middle()).isGreaterThan(after.weight(2).middle());
    }

    @Test
    void what_was_known_before_narrows_what_is_believed() {
        Belief nothing = new Listener(TALK.domain()).after(List.of());
        var spans = nothing.sketch(TALK.domain());
        var known =
                new Sketch(
                        List.of(new Span(0.05, 0.1), new Span(0.8, 0.9), new Span(0.05, 0.1)),
                        spans.scores(),
                        spans.reservation(),
                        spans.discount());
        Belief belief = new Listener(TALK.domain(), Optional.of(known), List.of()).after(List.of());
        assertThat(belief.weight(1).low()).isGreaterThan(nothing.weight(1).high() - 0.1);
    }

    @Test
    void numbers_and_ordered_options_are_liked_along_their_line() {
        List<String> weeks = IntStream.rangeClosed(1, 9).mapToObj(Integer::toString).toList();
        Domain domain =
                new Domain(
                        List.of(
                                new Issue("Weeks", Issue.Kind.NUMBER, weeks),
                                new Issue("Grade", Issue.Kind.ORDERED, List.of("C", "B", "A"))));
        List<Outcome> offers =
                List.of(new Outcome(8, 0), new Outcome(7, 0), new Outcome(7, 1), new Outcome(5, 1));
        Utility likely = new Listener(domain).after(offers).likely();
        assertThat(likely.of(0, 8)).isGreaterThan(likely.of(0, 4)).isGreaterThan(likely.of(0, 0));
        assertThat(likely.of(1, 0)).isGreaterThan(likely.of(1, 2));
    }
}
