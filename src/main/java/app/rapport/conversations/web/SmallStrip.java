package app.rapport.conversations.web;

import app.rapport.conversations.model.Beat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Twelve weeks of exchanges as a small drawing for a row: ours above the line, theirs below, talks
 * taller. The numbers are SVG units of a 132 by 22 field.
 */
public record SmallStrip(List<Tick> ticks, String finding) {
    static final Duration SHOWN = Duration.ofDays(84);
    private static final double WIDTH = 132;

    public record Tick(String x, boolean ours, boolean tall) {}

    static SmallStrip of(List<Beat> beats, Instant at) {
        List<Tick> ticks =
                beats.stream()
                        .map(beat -> new Tick(x(beat.at(), at), beat.ours(), beat.spoken()))
                        .distinct()
                        .toList();
        long ours = beats.stream().filter(Beat::ours).count();
        return new SmallStrip(
                ticks, ours + " from us, " + (beats.size() - ours) + " from them in twelve weeks");
    }

    private static String x(Instant beat, Instant at) {
        double ago = Duration.between(beat, at).toMinutes() / (double) SHOWN.toMinutes();
        return String.format(Locale.ROOT, "%.1f", WIDTH * (1 - ago));
    }
}
