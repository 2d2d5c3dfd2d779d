package app.rapport.conversations.web;

import app.rapport.conversations.RhythmView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A year of exchanges as a drawing: ours above the line, theirs below, talks taller, a grey field
 * where the next is expected. The numbers are SVG units of a 264 by 48 field.
 */
public record RhythmStrip(
        List<Tick> ticks,
        Optional<Field> expected,
        List<Label> months,
        String finding,
        String words,
        int touches) {
    private static final double WIDTH = 244;

    public record Tick(String x, boolean ours, boolean tall) {}

    public record Field(String x, String width) {}

    public record Label(String x, String text) {}

    static RhythmStrip of(RhythmView rhythm, Instant at) {
        Instant start = at.minus(RhythmView.SHOWN);
        List<Tick> ticks =
                rhythm.beats().stream()
                        .map(beat -> new Tick(x(start, beat.at()), beat.ours(), beat.spoken()))
                        .distinct()
                        .toList();
        Instant last = rhythm.beats().getLast().at();
        Optional<Field> expected =
                rhythm.gap()
                        .map(gap ->
                                field(
                                        start,
                                        last.plus(days(gap.median() * 0.6)),
                                        last.plus(days(gap.median() * 1.5))));
        long ours = rhythm.beats().stream().filter(beat -> beat.ours()).count();
        String finding =
                "A year of touches: "
                        + ours
                        + " of ours above the line, "
                        + (rhythm.beats().size() - ours)
                        + " of theirs below.";
        return new RhythmStrip(
                ticks,
                expected.filter(f -> Double.parseDouble(f.x()) < 262),
                months(start),
                finding,
                words(rhythm),
                rhythm.beats().size());
    }

    private static Duration days(double days) {
        return Duration.ofMinutes(Math.round(days * 1440));
    }

    private static String words(RhythmView rhythm) {
        if (rhythm.words().isEmpty()) return "";
        return rhythm.words()
                + (rhythm.gap().isEmpty()
                        ? "."
                        : String.format(
                                Locale.ROOT,
                                ". In touch within 30 days: %.0f%%.",
                                rhythm.within30() * 100));
    }

    private static Field field(Instant start, Instant from, Instant to) {
        double left = number(start, from);
        return new Field(text(left), text(Math.max(2, Math.min(264, number(start, to)) - left)));
    }

    private static List<Label> months(Instant start) {
        List<Label> labels = new ArrayList<>();
        DateTimeFormatter month =
                DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
        for (int quarter = 0; quarter < 4; quarter++) {
            Instant at = start.plus(RhythmView.SHOWN.dividedBy(4).multipliedBy(quarter));
            labels.add(new Label(text(number(start, at)), month.format(at)));
        }
        return labels;
    }

    private static String x(Instant start, Instant at) {
        return text(number(start, at));
    }

    private static double number(Instant start, Instant at) {
        return WIDTH * Duration.between(start, at).toMinutes() / RhythmView.SHOWN.toMinutes();
    }

    private static String text(double x) {
        return String.format(Locale.ROOT, "%.1f", x);
    }
}
