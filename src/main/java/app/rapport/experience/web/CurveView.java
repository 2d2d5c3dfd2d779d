package app.rapport.experience.web;

import app.rapport.experience.model.Ledger;
import app.rapport.experience.model.Ledger.Line;
import app.rapport.ui.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The score over a relation's life, drawn by the server.
 *
 * @param points of the line, as SVG writes them
 * @param bends where it moved, each a way to what moved it
 */
public record CurveView(
        int width,
        int height,
        String points,
        double delighted,
        double zero,
        double nowX,
        double nowY,
        List<Bend> bends,
        Instant from,
        String finding) {
    private static final int SAMPLES = 90;
    private static final int EDGE = 6;

    /** Bends stand so far apart that a finger meets one; the heaviest of its neighbours is it. */
    private static final int APART = 56;

    private static final double BENDS = 2;

    /**
     * @param words what it was, and by how much
     */
    public record Bend(double x, double y, boolean up, String href, String words) {
        public boolean inDrawer() {
            return href.startsWith("/touches/") || href.startsWith("/promises/");
        }
    }

    /** Empty while there is nothing to draw. */
    static Optional<CurveView> of(Ledger ledger, int width, int height, Times times) {
        List<Line> lines = ledger.lines().stream().filter(line -> line.wrong().isEmpty()).toList();
        if (lines.isEmpty()) return Optional.empty();
        Instant first = lines.getLast().entry().at();
        Duration life = Duration.between(first, ledger.at());
        Instant from = first.minus(life.dividedBy(20)).minus(Duration.ofDays(1));
        SortedSet<Instant> moments = moments(lines, from, ledger.at());
        Map<Instant, Double> scores = new TreeMap<>();
        moments.forEach(moment -> scores.put(moment, ledger.scoreAt(moment)));
        double low = Math.min(-8, scores.values().stream().min(Double::compare).orElse(0.0) - 2);
        double high =
                Math.max(
                        Ledger.DELIGHTED + 6,
                        scores.values().stream().max(Double::compare).orElse(0.0) + 2);
        Plane plane = new Plane(from, ledger.at(), low, high, width, height);
        return Optional.of(
                new CurveView(
                        width,
                        height,
                        scores.entrySet().stream()
                                .map(one -> plane.x(one.getKey()) + "," + plane.y(one.getValue()))
                                .collect(Collectors.joining(" ")),
                        plane.y(Ledger.DELIGHTED),
                        plane.y(0),
                        plane.x(ledger.at()),
                        plane.y(ledger.score()),
                        bends(ledger, lines, plane, times),
                        first,
                        finding(ledger, scores, times)));
    }

    private static SortedSet<Instant> moments(List<Line> lines, Instant from, Instant at) {
        SortedSet<Instant> moments = new TreeSet<>();
        Duration step = Duration.between(from, at).dividedBy(SAMPLES);
        for (int i = 0; i <= SAMPLES; i++) moments.add(from.plus(step.multipliedBy(i)));
        moments.add(at);
        for (Line line : lines) {
            if (Math.abs(line.entry().points()) < BENDS) continue;
            moments.add(line.entry().at().minusSeconds(1));
            moments.add(line.entry().at());
        }
        return moments;
    }

    private static List<Bend> bends(Ledger ledger, List<Line> lines, Plane plane, Times times) {
        List<Line> heaviest =
                lines.stream()
                        .filter(line -> Math.abs(line.entry().points()) >= BENDS)
                        .sorted(
                                Comparator.comparingDouble(
                                                (Line line) -> Math.abs(line.entry().points()))
                                        .reversed())
                        .toList();
        List<Bend> bends = new ArrayList<>();
        for (Line line : heaviest) {
            Instant at = line.entry().at();
            double x = plane.x(at);
            if (bends.stream().anyMatch(bend -> Math.abs(bend.x() - x) < APART)) continue;
            bends.add(
                    new Bend(
                            x,
                            plane.y(ledger.scoreAt(at)),
                            line.entry().points() > 0,
                            line.entry().href(),
                            Points.whole(line.entry().points())
                                    + " on "
                                    + times.shortDay(at)
                                    + ": "
                                    + line.entry().reason()));
        }
        bends.sort(Comparator.comparingDouble(Bend::x));
        return bends;
    }

    private static String finding(Ledger ledger, Map<Instant, Double> scores, Times times) {
        Map.Entry<Instant, Double> highest =
                scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        Map.Entry<Instant, Double> lowest =
                scores.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
        return "Experience %s: highest %s around %s, lowest %s around %s, now %s."
                .formatted(
                        times.since(ledger.lines().getLast().entry().at()),
                        Points.whole(highest.getValue()),
                        times.shortDay(highest.getKey()),
                        Points.whole(lowest.getValue()),
                        times.shortDay(lowest.getKey()),
                        Points.whole(ledger.score()));
    }

    /** Where a moment and a score lie in the drawing. */
    private record Plane(Instant from, Instant to, double low, double high, int width, int height) {
        double x(Instant at) {
            double share =
                    (double) Duration.between(from, at).toSeconds()
                            / Math.max(1, Duration.between(from, to).toSeconds());
            return round(EDGE + share * (width - 2 * EDGE));
        }

        double y(double score) {
            return round(height - EDGE - (score - low) / (high - low) * (height - 2 * EDGE));
        }

        private static double round(double value) {
            return Double.parseDouble(String.format(Locale.ROOT, "%.1f", value));
        }
    }
}
