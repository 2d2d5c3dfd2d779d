package app.rapport.mirror.model;

import app.rapport.kernel.MemberId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How customers met all members, as counts only. A figure is there only when whoever takes away
 * what they see of it anyway still looks at three others, none of whom they can tell.
 *
 * @param counts of the figures that may be shown
 */
public record TeamReflection(Map<Figure, Map<Group, Long>> counts) {
    /** Of one figure, the viewer among them. */
    public static final int FEWEST_MEMBERS = 4;

    /**
     * @param visible the viewer, and those whose mirrors they may look into
     */
    public static TeamReflection of(List<Met> facts, Set<MemberId> visible) {
        Map<Figure, Map<Group, Long>> counts = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            Reflection its = new Reflection(new Reflection(facts).of(figure));
            Set<MemberId> members =
                    its.facts().stream().map(Met::member).collect(Collectors.toSet());
            if (hides(members, visible)) counts.put(figure, its.counts(figure));
        }
        return new TeamReflection(counts);
    }

    private static boolean hides(Set<MemberId> members, Set<MemberId> visible) {
        long hidden = members.stream().filter(one -> !visible.contains(one)).count();
        return members.size() >= FEWEST_MEMBERS && (hidden == 0 || hidden >= FEWEST_MEMBERS - 1);
    }

    public Optional<Map<Group, Long>> of(Figure figure) {
        return Optional.ofNullable(counts.get(figure));
    }
}
