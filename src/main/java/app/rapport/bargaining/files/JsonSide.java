package app.rapport.bargaining.files;

import app.rapport.bargaining.Domain;
import app.rapport.bargaining.Issue;
import app.rapport.bargaining.Sketch;
import app.rapport.bargaining.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One side of a negotiation in JSON. Without {@code weights} scores are points and all are needed.
 * With them a weight left out shares what the others leave of 1, and a score left out lies between
 * 0 and 1, or for a number between its neighbours.
 */
final class JsonSide {
    private static final Span ANYTHING = new Span(0, 1);

    private final String side;
    private final Domain domain;
    private final JsonNode json;

    JsonSide(String file, String side, Domain domain, JsonNode json) {
        this.side = file + ", " + side;
        this.domain = domain;
        this.json = json;
        if (!json.isObject()) throw new Unreadable(file + ": there is no side \"" + side + "\"");
        namesOf(
                "weights",
                json.path("weights"),
                domain.issues().stream().map(Issue::name).toList());
        namesOf("scores", json.path("scores"), domain.issues().stream().map(Issue::name).toList());
    }

    Sketch sketch() {
        List<List<Span>> scores = new ArrayList<>();
        for (Issue issue : domain.issues()) scores.add(scores(issue));
        return new Sketch(weights(), scores, number("reservation"), discount());
    }

    private boolean weighed() {
        return json.has("weights");
    }

    private List<Span> weights() {
        List<Optional<Span>> said = new ArrayList<>();
        for (Issue issue : domain.issues())
            said.add(
                    weighed()
                            ? span(
                                    "weight of " + issue.name(),
                                    json.path("weights").path(issue.name()))
                            : Optional.of(Span.of(1)));
        double known = said.stream().flatMap(Optional::stream).mapToDouble(Span::middle).sum();
        long unknown = said.stream().filter(Optional::isEmpty).count();
        double left = Math.max(0, 1 - known);
        // the middle of what may be is then the even share
        Span share = new Span(0, unknown == 0 ? 0 : Math.min(1, 2 * left / unknown));
        List<Span> weights = said.stream().map(span -> span.orElse(share)).toList();
        if (weights.stream().anyMatch(weight -> weight.low() < 0))
            throw new Unreadable(side + ": a weight is below 0");
        return weights;
    }

    private List<Span> scores(Issue issue) {
        JsonNode said = json.path("scores").path(issue.name());
        if (issue.kind() == Issue.Kind.NUMBER) return alongTheLine(issue, said);
        namesOf("scores of " + issue.name(), said, issue.options());
        List<Span> scores = new ArrayList<>();
        for (String option : issue.options()) {
            String of = issue.name() + ", " + option;
            scores.add(span("score of " + of, said.path(option)).orElseGet(() -> anything(of)));
        }
        return scores;
    }

    private Span anything(String of) {
        if (weighed()) return ANYTHING;
        throw new Unreadable(side + ": there is no score of " + of + ", and no weights");
    }

    private List<Span> alongTheLine(Issue issue, JsonNode said) {
        TreeMap<BigDecimal, Span> known = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : said.properties()) {
            String of = "score of " + issue.name() + ", " + each.getKey();
            span(of, each.getValue())
                    .ifPresent(span -> known.put(position(of, each.getKey()), span));
        }
        return issue.options().stream()
                .map(option -> between(known, new BigDecimal(option), issue.name()))
                .toList();
    }

    private BigDecimal position(String of, String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new Unreadable(side + ": " + of + " is not that of a number");
        }
    }

    private Span between(NavigableMap<BigDecimal, Span> known, BigDecimal at, String issue) {
        var below = known.floorEntry(at);
        var above = known.ceilingEntry(at);
        if (below == null && above == null) return anything(issue + ", " + at);
        if (below == null) return above.getValue();
        if (above == null || above.getKey().compareTo(below.getKey()) == 0) return below.getValue();
        double way =
                at.subtract(below.getKey()).doubleValue()
                        / above.getKey().subtract(below.getKey()).doubleValue();
        return new Span(
                mixed(below.getValue().low(), above.getValue().low(), way),
                mixed(below.getValue().high(), above.getValue().high(), way));
    }

    private static double mixed(double from, double to, double way) {
        return from + (to - from) * way;
    }

    private void namesOf(String what, JsonNode named, List<String> known) {
        Set<String> there = Set.copyOf(known);
        for (String name : named.propertyNames())
            if (!there.contains(name))
                throw new Unreadable(
                        side + ": " + what + " name \"" + name + "\", which is not there");
    }

    private OptionalDouble number(String field) {
        return span(field, json.path(field))
                .map(span -> OptionalDouble.of(span.middle()))
                .orElse(OptionalDouble.empty());
    }

    private OptionalDouble discount() {
        OptionalDouble discount = number("discount");
        return discount.isPresent() && discount.getAsDouble() > 0 && discount.getAsDouble() < 1
                ? discount
                : OptionalDouble.empty();
    }

    private Optional<Span> span(String of, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) return Optional.empty();
        if (value.isNumber()) return Optional.of(Span.of(finite(of, value)));
        if (value.isArray() && value.size() == 2) {
            double low = finite(of, value.path(0));
            double high = finite(of, value.path(1));
            if (low <= high) return Optional.of(new Span(low, high));
        }
        throw new Unreadable(side + ": the " + of + " is neither a number nor [low, high]");
    }

    private double finite(String of, JsonNode value) {
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!Double.isFinite(number))
            throw new Unreadable(side + ": the " + of + " is no finite number");
        return number;
    }
}
