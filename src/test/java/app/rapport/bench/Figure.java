package app.rapport.bench;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param control the same work by the plainest program that does it, taken in the same run; null
 *     where there is none
 * @param ratio value to control
 * @param goal what the ratio has to reach, or the value where there is no control
 * @param aim whether the goal is only aimed at
 */
public record Figure(
        String name,
        double value,
        String unit,
        @Nullable Double control,
        @Nullable Double ratio,
        double goal,
        boolean aim,
        boolean met) {

    /** More is better, and it is judged against a control. */
    static Figure rate(String name, double value, String unit, double control, double goal) {
        double ratio = value / control;
        return new Figure(
                name, round(value), unit, round(control), round(ratio), goal, true, ratio >= goal);
    }

    /** As {@link #rate}, but a goal, not an aim. */
    static Figure ratio(String name, double value, String unit, double control, double goal) {
        Figure rate = rate(name, value, unit, control, goal);
        return new Figure(
                name, rate.value(), unit, rate.control(), rate.ratio(), goal, false, rate.met());
    }

    /** Less is better, and how little depends on a control. */
    static Figure atMost(String name, double value, String unit, double control, double goal) {
        return new Figure(
                name,
                round(value),
                unit,
                round(control),
                round(value / control),
                round(goal),
                false,
                value <= goal);
    }

    /** More is better, and it is judged by itself. */
    static Figure atLeast(String name, double value, String unit, double goal) {
        return new Figure(name, round(value), unit, null, null, goal, false, value >= goal);
    }

    /** Less is better, and it is judged by itself. */
    static Figure atMost(String name, double value, String unit, double goal) {
        return new Figure(name, round(value), unit, null, null, goal, false, value <= goal);
    }

    /**
     * The same where there is ten times as much: it may cost half as much again, whether the value
     * is a time or a rate.
     */
    Figure against(Figure smaller) {
        boolean rate = unit.endsWith("/s");
        double ratio = value / smaller.value;
        return new Figure(
                name,
                value,
                unit,
                smaller.value,
                round(ratio),
                rate ? round(1 / COSTS) : COSTS,
                false,
                rate ? ratio * COSTS >= 1 : ratio <= COSTS);
    }

    private static final double COSTS = 1.5;

    private static double round(double value) {
        return value >= 100 ? Math.rint(value) : Math.rint(value * 1000) / 1000;
    }

    static double median(double... values) {
        OptionalDouble middle =
                java.util.Arrays.stream(values).sorted().skip(values.length / 2).findFirst();
        return middle.orElseThrow();
    }

    String words() {
        String against =
                control == null
                        ? "goal " + goal
                        : "control %s, ratio %s, %s %s"
                                .formatted(control, ratio, aim ? "aim" : "goal", goal);
        return "%-16s %10s %-12s %s  %s"
                .formatted(name, value, unit, met ? "met  " : "SHORT", against);
    }
}
