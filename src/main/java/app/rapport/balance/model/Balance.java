package app.rapport.balance.model;

import app.rapport.kernel.Estimate;
import app.rapport.promises.model.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Our share of the effort in a relation, with what made it.
 *
 * @param at the moment that it stands for
 * @param since from when on nothing is left out
 * @param lines newest first; also what is older than what counts now
 */
public record Balance(Instant at, Instant since, List<Line> lines) {
    /** What happened so lately counts, and all of it the same. */
    public static final Duration COUNTS = Duration.ofDays(90);

    /** So far back a trend is drawn: eight quarters, however long they are. */
    public static final Duration STORY = Duration.ofDays(2 * 366 + 2);

    /** Fewer entries tell nothing. */
    public static final int FEWEST = 6;

    private static final Comparator<Effort> LEAST =
            Comparator.<Effort>comparingDouble(one -> one.ours() + one.theirs())
                    .thenComparing(Effort::reason);

    public Balance {
        lines = List.copyOf(lines);
    }

    /**
     * @param wrong who says that it is; empty where it counts
     */
    public record Line(Effort effort, Optional<Wrong> wrong) {}

    /**
     * Each thing once, by its key, even where it was with several people of a company: as what took
     * most, whoever is looked at first.
     *
     * @param since from when on nothing is left out
     */
    public static Balance of(
            List<Effort> efforts, Map<String, Wrong> wrong, Instant since, Instant at) {
        Map<String, Effort> once = new LinkedHashMap<>();
        efforts.forEach(effort ->
                once.merge(
                        effort.key(),
                        effort,
                        (one, other) -> LEAST.compare(one, other) < 0 ? other : one));
        return new Balance(
                at,
                since,
                once.values().stream()
                        .filter(effort -> !effort.at().isAfter(at))
                        .sorted(
                                Comparator.comparing(Effort::at)
                                        .reversed()
                                        .thenComparing(Effort::key))
                        .map(effort ->
                                new Line(effort, Optional.ofNullable(wrong.get(effort.key()))))
                        .toList());
    }

    /** Those of the last 90 days, with what somebody says is wrong. */
    public List<Line> current() {
        return lines.stream().filter(line -> line.effort().at().isAfter(at.minus(COUNTS))).toList();
    }

    /** Of the last 90 days, or, where more passed than is read, of the newest of them. */
    public Estimate estimate() {
        Instant counts = at.minus(COUNTS);
        return between(counts.isBefore(since) ? since : counts, at);
    }

    public Band band() {
        return Band.of(estimate());
    }

    /** Of what happened after one moment and up to another; of a part of it nothing is said. */
    public Estimate between(Instant from, Instant to) {
        if (from.isBefore(since))
            return new Estimate.NotKnownYet("More passed than is read: only the newest of it is.");
        return share(
                lines.stream()
                        .filter(line -> line.wrong().isEmpty())
                        .map(Line::effort)
                        .filter(one -> one.at().isAfter(from) && !one.at().isAfter(to))
                        .toList());
    }

    /**
     * The mean and the 90 % range of a beta distribution in which each side has a mail for nothing
     * (Laplace's rule), so that seven mails of ours and none of theirs are no certainty.
     */
    static Estimate share(List<Effort> efforts) {
        if (efforts.size() < FEWEST) return notKnown(efforts.size());
        double ours = 1 + efforts.stream().mapToDouble(Effort::ours).sum();
        double theirs = 1 + efforts.stream().mapToDouble(Effort::theirs).sum();
        double value = ours / (ours + theirs);
        double low = Math.min(value, Trust.quantile(ours, theirs, .05));
        double high = Math.max(value, Trust.quantile(ours, theirs, .95));
        return new Estimate.Known(100 * value, 100 * low, 100 * high);
    }

    private static Estimate notKnown(int entries) {
        return new Estimate.NotKnownYet(entries + " of " + FEWEST + " exchanges within 90 days.");
    }
}
