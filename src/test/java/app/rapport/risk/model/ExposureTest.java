package app.rapport.risk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What may come of scenarios, where they exclude one another and where they do not. */
class ExposureTest {
    private static Scenario of(String cause, String outcome, long result, int low, int high) {
        return new Scenario(
                cause, outcome, BigDecimal.valueOf(result), Optional.of(Chance.of(low, high)));
    }

    private static Scenario unknown(String cause, String outcome, long result) {
        return new Scenario(cause, outcome, BigDecimal.valueOf(result), Optional.empty());
    }

    private static Band band(long low, long high) {
        return new Band(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    @Test
    void what_has_no_cause_in_common_may_all_go_wrong_at_once() {
        Exposure both =
                Exposure.of(
                        List.of(of("", "sent back", -4000, 10, 20), of("", "late", -1000, 50, 50)));

        assertThat(both.worst()).isEqualByComparingTo("-5000");
        assertThat(both.expected()).isEqualTo(band(-1300, -900));
    }

    @Test
    void of_one_cause_the_worst_alone_counts() {
        Exposure pound =
                Exposure.of(
                        List.of(
                                of("The pound", "falls", -4000, 20, 30),
                                of("the  pound", "rises", 3000, 30, 40)));

        assertThat(pound.worst()).isEqualByComparingTo("-4000");
        assertThat(pound.best()).isEqualByComparingTo("3000");
        // at worst 30 and 30, at best 20 and 40
        assertThat(pound.expected()).isEqualTo(band(-300, 400));
    }

    @Test
    void one_deals_bad_end_may_be_anothers_good_one() {
        List<Scenario> one = List.of(of("pound", "falls", -4000, 20, 30));
        List<Scenario> other =
                List.of(of("pound", "falls", 2500, 20, 40), of("pound", "rises", -3000, 20, 30));
        List<Scenario> book = new ArrayList<>(one);
        book.addAll(other);

        assertThat(Exposure.of(book).worst())
                .as("not 7,000: it falls or rises, and where it falls one gains")
                .isEqualByComparingTo("-3000");
        assertThat(Exposure.of(book).parts().getFirst().outcomes().getFirst().chance())
                .as("deals that differ give the span that holds both")
                .isEqualTo(Chance.of(20, 40));
    }

    @Test
    void what_nobody_knows_lies_anywhere() {
        Exposure exposure = Exposure.of(List.of(unknown("", "the firm closes", -800)));

        assertThat(exposure.expected()).isEqualTo(band(-800, 0));
        assertThat(exposure.notKnown()).isEqualTo(1);
    }

    @Test
    void what_is_certain_leaves_nothing_to_the_rest() {
        Exposure certain =
                Exposure.of(List.of(of("end", "won", 900, 60, 60), of("end", "lost", 100, 40, 40)));

        assertThat(certain.worst()).isEqualByComparingTo("100");
        assertThat(certain.expected()).isEqualTo(band(580, 580));
    }

    @Test
    void deals_that_contradict_one_another_make_it_not_known() {
        Exposure exposure =
                Exposure.of(
                        List.of(
                                of("pound", "falls", -100, 70, 80),
                                of("pound", "rises", 50, 60, 70)));

        assertThat(exposure.parts().getFirst().contradicted()).isTrue();
        assertThat(exposure.expected()).isEqualTo(band(-100, 50));
        assertThat(exposure.notKnown()).isEqualTo(2);
    }

    @Test
    void expectations_are_the_extremes_of_all_probabilities_in_the_ranges() {
        Random random = new Random(24);
        for (int round = 0; round < 300; round++) {
            List<Scenario> scenarios = feasible(random);
            Band expected = Exposure.of(scenarios).expected();
            Band tried = tried(scenarios);
            assertThat(expected.low()).as("%s", scenarios).isEqualByComparingTo(tried.low());
            assertThat(expected.high()).as("%s", scenarios).isEqualByComparingTo(tried.high());
        }
    }

    /** Two or three outcomes of one cause, in tens of percent. */
    private static List<Scenario> feasible(Random random) {
        List<Scenario> scenarios = new ArrayList<>();
        int left = 100;
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            int low = 10 * random.nextInt(left / 10 + 1);
            left -= low;
            int high = low + 10 * random.nextInt((100 - low) / 10 + 1);
            scenarios.add(of("c", "o" + i, 100L * (random.nextInt(41) - 20), low, high));
        }
        return scenarios;
    }

    /** By trying all in steps of ten: where ranges are, the corners lie on them. */
    private static Band tried(List<Scenario> scenarios) {
        List<BigDecimal> sums = new ArrayList<>();
        walk(scenarios, 0, 100, BigDecimal.ZERO, sums);
        return new Band(
                sums.stream().min(BigDecimal::compareTo).orElseThrow(),
                sums.stream().max(BigDecimal::compareTo).orElseThrow());
    }

    private static void walk(
            List<Scenario> scenarios, int at, int left, BigDecimal sum, List<BigDecimal> sums) {
        if (at == scenarios.size()) {
            sums.add(sum);
            return;
        }
        Scenario one = scenarios.get(at);
        Chance chance = one.chance().orElseThrow();
        for (int p = chance.low().intValue();
                p <= Math.min(left, chance.high().intValue());
                p += 10)
            walk(
                    scenarios,
                    at + 1,
                    left - p,
                    sum.add(Money.percent(one.result(), BigDecimal.valueOf(p))),
                    sums);
    }

    @Test
    void a_book_loses_no_more_than_its_deals_one_by_one() {
        Random random = new Random(7);
        boolean less = false;
        for (int round = 0; round < 300; round++) {
            List<Scenario> book = new ArrayList<>();
            BigDecimal oneByOne = BigDecimal.ZERO;
            for (int deal = 0; deal < 3; deal++) {
                List<Scenario> scenarios = losses(random);
                oneByOne = oneByOne.add(Exposure.of(scenarios).atRisk());
                book.addAll(scenarios);
            }
            Exposure whole = Exposure.of(book);
            assertThat(whole.atRisk()).isLessThanOrEqualTo(oneByOne);
            assertThat(whole.expected().low()).isGreaterThanOrEqualTo(whole.worst());
            assertThat(whole.expected().high()).isLessThanOrEqualTo(whole.best());
            less |= whole.atRisk().compareTo(oneByOne) < 0;
        }
        assertThat(less).as("some of it excluded one another").isTrue();
    }

    private static List<Scenario> losses(Random random) {
        List<Scenario> scenarios = new ArrayList<>();
        for (int i = 0; i < 2; i++)
            scenarios.add(
                    of(
                            random.nextInt(3) == 0 ? "" : "c" + random.nextInt(2),
                            "o" + random.nextInt(3) + i,
                            -random.nextInt(100),
                            10,
                            20 + random.nextInt(20)));
        return scenarios;
    }
}
