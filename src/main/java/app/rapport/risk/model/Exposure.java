package app.rapport.risk.model;

import app.rapport.risk.model.Uncertainty.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What may come of scenarios, of one deal or of many. Those with the same cause exclude one another
 * and are the same event in every deal; different causes may all go wrong together. So the worst of
 * a book is no more than the sum of its deals' worst, and less where one deal's bad end is
 * another's good one.
 */
public record Exposure(List<Uncertainty> parts) {
    public static final Exposure NOTHING = new Exposure(List.of());

    public Exposure {
        parts = List.copyOf(parts);
    }

    public static Exposure of(Collection<Scenario> scenarios) {
        Map<String, List<Scenario>> causes = new LinkedHashMap<>();
        int alone = 0;
        for (Scenario one : scenarios) {
            String key = one.cause().isBlank() ? "\u001f" + alone++ : key(one.cause());
            causes.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
        }
        return new Exposure(causes.values().stream().map(Exposure::part).toList());
    }

    private static String key(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static Uncertainty part(List<Scenario> ofOneCause) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Scenario one : ofOneCause)
            outcomes.merge(
                    key(one.outcome()),
                    new Outcome(
                            one.outcome(),
                            one.result(),
                            one.chance().orElse(Chance.ANY),
                            one.chance().isPresent()),
                    Exposure::both);
        return Uncertainty.of(ofOneCause.getFirst().cause(), List.copyOf(outcomes.values()));
    }

    /** The same event in two deals: results add up, and its probability is what either says. */
    private static Outcome both(Outcome one, Outcome other) {
        Chance chance =
                one.known() && other.known()
                        ? one.chance().with(other.chance())
                        : one.known() ? one.chance() : other.chance();
        return new Outcome(
                one.name(), one.result().add(other.result()), chance, one.known() || other.known());
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** All causes at their worst at once. */
    public BigDecimal worst() {
        return sum(Uncertainty::worst);
    }

    public BigDecimal best() {
        return sum(Uncertainty::best);
    }

    /** What may be lost at the worst; 0 where nothing may. */
    public BigDecimal atRisk() {
        return worst().negate().max(BigDecimal.ZERO);
    }

    private BigDecimal sum(Function<Uncertainty, BigDecimal> of) {
        return Money.plain(parts.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    public Band expected() {
        return parts.stream().map(Uncertainty::expected).reduce(Band.NOTHING, Band::plus);
    }

    /** Of how many outcomes nobody knows how probable they are. */
    public long notKnown() {
        return parts.stream()
                .flatMap(part -> part.outcomes().stream())
                .filter(outcome -> !outcome.known())
                .count();
    }

    /** Whether anybody said how probable any of it is. */
    public boolean isExpected() {
        return notKnown() < outcomes();
    }

    public long outcomes() {
        return parts.stream().mapToLong(part -> part.outcomes().size()).sum();
    }

    /** What it would help most to know better: the cause whose expectation is widest. */
    public Optional<Uncertainty> widest() {
        return parts.stream()
                .filter(part -> part.expected().width().signum() > 0)
                .max(Comparator.comparing(part -> part.expected().width()));
    }
}
