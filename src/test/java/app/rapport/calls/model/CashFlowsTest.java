package app.rapport.calls.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of textbooks, by their own worked examples. */
class CashFlowsTest {
    private static CashFlows flows(String typed) {
        return new CashFlows(
                Arrays.stream(typed.split(" ")).mapToDouble(Double::parseDouble).toArray());
    }

    /** Microsoft's reference of NPV; its first example discounts the first flow by a year too. */
    @ParameterizedTest
    @CsvSource({
        "0 -10000 3000 4200 6800, 0.10, 1188.44",
        "-40000 8000 9200 10000 12000 14500, 0.08, 1922.06",
        "-40000 8000 9200 10000 12000 14500 -9000, 0.08, -3749.47",
        // numpy_financial.npv
        "-100 39 59 55 20, 0.281, -0.00848",
        "-40000 5000 8000 12000 30000, 0.08, 3065.22"
    })
    void the_net_present_value_is_that_of_published_examples(
            String typed, double rate, double value) {
        assertThat(flows(typed).npv(rate)).isCloseTo(value, within(0.005));
    }

    /**
     * Microsoft's reference of IRR, and that of numpy_financial.irr after Gitman (2003), p. 348.
     */
    @ParameterizedTest
    @CsvSource({
        "-70000 12000 15000 18000 21000, -0.0212",
        "-70000 12000 15000 18000 21000 26000, 0.0866",
        "-70000 12000 15000, -0.4435",
        "-100 39 59 55 20, 0.28095",
        "-100 0 0 74, -0.0955",
        "-100 100 0 7, 0.06206"
    })
    void the_internal_rate_of_return_is_that_of_published_examples(String typed, double rate) {
        assertThat(flows(typed).irr().orElseThrow()).isCloseTo(rate, within(0.00005));
    }

    /** Brealey, Myers and Allen, chapter 5: the worked example of an internal rate of return. */
    @Test
    void the_rate_of_a_project_of_two_years_is_28_percent() {
        assertThat(flows("-4000 2000 4000").irr().orElseThrow()).isCloseTo(0.2808, within(0.0001));
    }

    /** The last of NumPy's examples has two such rates, and the program tells none of them. */
    @ParameterizedTest
    @CsvSource({"-5 10.5 1 -8 1", "-100 230 -132", "-100 100 0 -7", "100 50", "0 0", "-100 -5"})
    void no_rate_is_told_where_more_than_one_would_be_right_or_none(String typed) {
        assertThat(flows(typed).irr()).isEmpty();
    }

    /** Norstrom 1972: signs change twice, the running sum once. */
    @Test
    void one_rate_is_told_where_a_late_cost_leaves_only_one() {
        CashFlows late = flows("-100 60 80 -10");
        double rate = late.irr().orElseThrow();
        assertThat(rate).isPositive();
        assertThat(late.npv(rate)).isCloseTo(0, within(1e-6));
    }

    /** Block and Hirt, "Foundations of Financial Management", chapter 12: 72,000 and two plans. */
    @ParameterizedTest
    @CsvSource({"-72000 25000 25000 15000 10000 30000, 3.7", "-72000 22000 15000 50000, 2.7"})
    void it_is_paid_back_when_the_published_examples_say(String typed, double years) {
        assertThat(flows(typed).payback().orElseThrow()).isCloseTo(years, within(0.0001));
    }

    /**
     * Brealey, Myers and Allen, chapter 5: projects A, B and C at 10 %; B and C are back sooner.
     */
    @ParameterizedTest
    @CsvSource({"-2000 500 500 5000, 2624", "-2000 500 1800 0, -58", "-2000 1800 500 0, 50"})
    void a_fast_payback_is_not_a_good_investment(String typed, double value) {
        assertThat(flows(typed).npv(0.1)).isCloseTo(value, within(0.5));
    }

    @Test
    void what_is_owed_again_later_is_not_paid_back_before() {
        assertThat(flows("-100 150 -80 60").payback().orElseThrow()).isCloseTo(2.5, within(1e-9));
        assertThat(flows("-100 150 -80").payback()).isEmpty();
        assertThat(flows("0 10").payback().orElseThrow()).isZero();
    }

    @Test
    void at_its_own_rate_a_project_is_worth_nothing() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            double[] money = new double[2 + random.nextInt(9)];
            for (int at = 0; at < money.length; at++)
                money[at] = random.nextInt(1, 1000) * (at < 1 + round % money.length ? -1 : 1);
            CashFlows flows = new CashFlows(money);
            flows.irr().stream()
                    .filter(rate -> rate > -0.9)
                    .forEach(rate -> assertThat(flows.npv(rate)).isCloseTo(0, within(1e-3)));
        }
    }
}
