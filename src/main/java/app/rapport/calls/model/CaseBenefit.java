package app.rapport.calls.model;

import java.util.Optional;

/**
 * What it brings them.
 *
 * @param owner who of them stands for it
 * @param certainty how likely it comes, in percent; empty while nobody said
 */
public record CaseBenefit(
        String name,
        String owner,
        Optional<Span> amount,
        Timing timing,
        Optional<Integer> certainty,
        String basis)
        implements CaseLine {

    /** From here on "almost certain" (Sherman Kent 1964, "Words of Estimative Probability"). */
    public static final int ALMOST_CERTAIN = 87;

    public boolean almostCertain() {
        return certainty.filter(percent -> percent >= ALMOST_CERTAIN).isPresent();
    }

    /** Kent's word for it, with his ranges. */
    public static String word(int percent) {
        if (percent == 100) return "certain";
        if (percent >= ALMOST_CERTAIN) return "almost certain";
        if (percent >= 63) return "probable";
        if (percent >= 40) return "chances about even";
        if (percent >= 20) return "probably not";
        return percent == 0 ? "does not come" : "almost certainly not";
    }
}
