package app.rapport.mirror.model;

import app.rapport.kernel.Estimate;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How customers met one member, from the facts of a span of time. */
public record Reflection(List<Met> facts) {
    public Reflection {
        facts = List.copyOf(facts);
    }

    public List<Met> of(Figure figure) {
        return facts.stream().filter(one -> one.figure() == figure).toList();
    }

    public List<Met> of(Figure figure, Group group) {
        return facts.stream()
                .filter(one -> one.figure() == figure && one.group() == group)
                .toList();
    }

    /** By group, the best first; also those of which there is none. */
    public Map<Group, Long> counts(Figure figure) {
        Map<Group, Long> counts = new EnumMap<>(Group.class);
        figure.groups().forEach(group -> counts.put(group, 0L));
        of(figure).forEach(one -> counts.merge(one.group(), 1L, Long::sum));
        return counts;
    }

    public Estimate share(Measure measure) {
        return measure.of(counts(measure.figure()));
    }

    public long answers(Figure figure) {
        return of(figure).stream().filter(one -> one.took().isPresent()).count();
    }

    /** Within which time that part of the answers came; empty where they are too few to tell. */
    public Optional<Duration> within(Figure figure, double part) {
        List<Duration> waits =
                of(figure).stream().flatMap(one -> one.took().stream()).sorted().toList();
        return waits.size() < Measure.FEWEST
                ? Optional.empty()
                : Optional.of(waits.get((int) Math.ceil(part * waits.size()) - 1));
    }
}
