package app.rapport.experience.model;

import app.rapport.kernel.Estimate;
import app.rapport.kernel.ExperienceEntry;
import app.rapport.kernel.ExperienceEntry.Key;
import app.rapport.kernel.ExperienceEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that moved an experience, as it counted at one moment. The score is the sum of what
 * its lines count, and nothing else. Scale, thresholds and ranges: {@code docs/experience.md}.
 *
 * @param lines newest first
 */
public record Ledger(List<Line> lines, Instant at) {
    /** From here on they are delighted, where that rests on words. */
    public static final double DELIGHTED = 20;

    /** Below it they are unhappy. */
    public static final double UNHAPPY = -6;

    /** So much evidence is needed; one answer or mark has it for half a year or longer. */
    private static final double ENOUGH = .5;

    private static final double NINETY_PERCENT = 1.645;
    private static final int AHEAD = 730;

    public Ledger {
        lines = List.copyOf(lines);
    }

    /**
     * @param now what is left of its points
     */
    public record Line(ExperienceEntry entry, double now, Optional<Correction> wrong) {
        public boolean counts() {
            return now != 0;
        }
    }

    /** What several people were told at once, such as a mail to two, counts once. */
    public static Ledger of(List<ExperienceEntry> entries, Map<Key, Correction> wrong, Instant at) {
        Map<Key, ExperienceEntry> once =
                entries.stream()
                        .filter(entry -> !entry.at().isAfter(at))
                        .collect(
                                Collectors.toMap(
                                        ExperienceEntry::key, Function.identity(), (a, _) -> a));
        return new Ledger(
                once.values().stream()
                        .map(entry -> line(entry, Optional.ofNullable(wrong.get(entry.key())), at))
                        .sorted(
                                Comparator.comparing((Line line) -> line.entry().at())
                                        .thenComparing(line -> line.entry().key().toString())
                                        .reversed())
                        .toList(),
                at);
    }

    private static Line line(ExperienceEntry entry, Optional<Correction> wrong, Instant at) {
        double left = wrong.isPresent() ? 0 : Fading.left(entry.kind(), entry.at(), at);
        return new Line(entry, entry.points() * left, wrong);
    }

    public double score() {
        return lines.stream().mapToDouble(Line::now).sum();
    }

    /** The score at another moment, of the entries that are known now. */
    public double scoreAt(Instant moment) {
        return standing().mapToDouble(entry -> points(entry, moment)).sum();
    }

    private static double points(ExperienceEntry entry, Instant moment) {
        return entry.points() * Fading.left(entry.kind(), entry.at(), moment);
    }

    private java.util.stream.Stream<ExperienceEntry> standing() {
        return lines.stream().filter(line -> line.wrong().isEmpty()).map(Line::entry);
    }

    public State state() {
        return stateAt(at);
    }

    public State stateAt(Instant moment) {
        double evidence =
                standing()
                        .mapToDouble(entry ->
                                evidence(entry.kind())
                                        * Fading.left(entry.kind(), entry.at(), moment))
                        .sum();
        if (evidence < ENOUGH) return State.NOT_KNOWN;
        double score = scoreAt(moment);
        if (score <= UNHAPPY) return State.UNHAPPY;
        return score >= DELIGHTED && said(moment) >= DELIGHTED / 2
                ? State.DELIGHTED
                : State.SATISFIED;
    }

    /** Of the score, what they or one of us said: nobody is delighted by quick answers alone. */
    private double said(Instant moment) {
        return standing()
                .filter(entry -> entry.kind().compareTo(Kind.MARK) >= 0)
                .mapToDouble(entry -> points(entry, moment))
                .sum();
    }

    private static double evidence(Kind kind) {
        return switch (kind) {
            case SIGN -> .05;
            case DEED -> .25;
            case MARK, ANSWER -> 1;
        };
    }

    public Estimate estimate() {
        if (state() == State.NOT_KNOWN)
            return new Estimate.NotKnownYet(
                    "Ask them how it was, or set your own mark; ten answered questions would do too.");
        double score = score();
        double spread = NINETY_PERCENT * Math.sqrt(lines.stream().mapToDouble(Ledger::doubt).sum());
        return new Estimate.Known(score, score - spread, score + spread);
    }

    /** Squared standard error of what a line counts. */
    private static double doubt(Line line) {
        double share =
                switch (line.entry().kind()) {
                    case SIGN -> 1;
                    case DEED, MARK -> .5;
                    case ANSWER -> .25;
                };
        return Math.pow(share * line.now(), 2);
    }

    /** The day on which delight is worn off where nothing else happens. */
    public Optional<Instant> delightEnds() {
        if (state() != State.DELIGHTED) return Optional.empty();
        for (int day = 1; day <= AHEAD; day++) {
            Instant then = at.plus(Duration.ofDays(day));
            if (stateAt(then) != State.DELIGHTED) return Optional.of(then);
        }
        return Optional.empty();
    }

    /** What counts most, whichever way. */
    public List<Line> heaviest(int most) {
        return lines.stream()
                .filter(line -> Math.abs(line.now()) >= 1)
                .sorted(Comparator.comparingDouble((Line line) -> Math.abs(line.now())).reversed())
                .limit(most)
                .toList();
    }
}
