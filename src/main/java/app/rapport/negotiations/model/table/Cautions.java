package app.rapport.negotiations.model.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All that is to be said of a move, the gravest first. */
public final class Cautions {
    private static final List<Function<Scene, Optional<Caution>>> OURS =
            List.of(
                    OurCautions::belowWalkAway,
                    OurCautions::neededTooBadly,
                    OurCautions::pressure,
                    OurCautions::withoutReturn,
                    OurCautions::firstOnMajor,
                    OurCautions::growingSteps,
                    OurCautions::deadline,
                    OurCautions::rushing,
                    TheirCautions::splitting,
                    TheirCautions::priceOnly);
    private static final List<Function<Scene, Optional<Caution>>> THEIRS =
            List.of(
                    TheirCautions::nibbling,
                    TheirCautions::noAuthority,
                    TheirCautions::splitting,
                    TheirCautions::priceOnly);

    private Cautions() {}

    public static List<Caution> of(Scene scene) {
        return scene.last().isOurs() ? found(OURS, scene) : found(THEIRS, scene);
    }

    /** Tactics that the record of their move fits. */
    public static List<Caution> tactics(Scene scene) {
        return scene.last().isOurs() ? List.of() : found(Tactics.all(), scene);
    }

    private static List<Caution> found(
            List<Function<Scene, Optional<Caution>>> rules, Scene scene) {
        return rules.stream().flatMap(rule -> rule.apply(scene).stream()).toList();
    }
}
