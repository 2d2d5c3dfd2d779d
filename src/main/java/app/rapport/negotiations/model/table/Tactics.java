package app.rapport.negotiations.model.table;

import app.rapport.bargaining.course.Turn.Side;
import app.rapport.negotiations.model.PlanIssue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Tactics that the record of a move of theirs fits. */
final class Tactics {
    private static final double FAR = 30;
    private static final double LIGHT = 0.12;
    private static final int MANY = 4;
    private static final int LONG = 600;

    private Tactics() {}

    private static Optional<Caution> fits(Tactic tactic, boolean fits, String reason, String say) {
        return fits ? Optional.of(new Caution(tactic, reason, say)) : Optional.empty();
    }

    private static Optional<Caution> said(Tactic tactic, Cues cue, Scene scene, String say) {
        return cue.in(scene.last().offer().words())
                .map(words -> new Caution(tactic, "They said “%s”.".formatted(words), say));
    }

    /** Robinson 1995, Negotiation Journal 11:277-285. */
    static Optional<Caution> exploding(Scene scene) {
        return said(
                Tactic.EXPLODING_OFFER,
                Cues.EXPIRY,
                scene,
                "“We want to give you a good answer, and need until Thursday for it. What changes on that day?”");
    }

    /** Boulwarism; chicken (Schelling 1960; Lewicki, Barry and Saunders). */
    static Optional<Caution> chicken(Scene scene) {
        return said(
                Tactic.CHICKEN,
                Cues.ULTIMATUM,
                scene,
                "“Let us set that aside. What has to be true for you to move?”");
    }

    /** Fisher and Ury 1981: ambiguous authority, when what was agreed is opened again. */
    static Optional<Caution> higherAuthority(Scene scene) {
        return scene.last().number() < 2
                ? Optional.empty()
                : said(
                        Tactic.HIGHER_AUTHORITY,
                        Cues.AUTHORITY,
                        scene,
                        "“Then let us all treat it as a draft, on both sides, until they have spoken.”");
    }

    /** Galinsky and Mussweiler 2001, JPSP 81:657-669. */
    static Optional<Caution> extremeAnchor(Scene scene) {
        double limit = scene.valuation().walkAway().orElse(0);
        double worth = scene.valuation().of(scene.last().standing()).ours().high();
        return fits(
                Tactic.EXTREME_ANCHOR,
                scene.last().number() == 1 && worth < limit - FAR,
                "Their first offer lies %d points under your walk-away."
                        .formatted(Math.round(limit - worth)),
                "“We are too far apart for me to answer that with a number. How did you come to it?”");
    }

    /** Two voices, one hard and one mild (Brodt and Tuchinsky 2000, OBHDP 81:155-177). */
    static Optional<Caution> goodCop(Scene scene) {
        Optional<Move> before = scene.before(Side.THEIRS);
        if (before.isEmpty() || scene.made().isEmpty()) return Optional.empty();
        String now = scene.last().offer().from();
        String then = before.get().offer().from();
        double harder =
                scene.valuation().change(Side.OURS, before.get().before(), before.get().standing());
        return fits(
                Tactic.GOOD_COP_BAD_COP,
                !now.isBlank()
                        && !then.isBlank()
                        && !Objects.equals(now, then)
                        && harder <= Concession.NOTHING
                        && scene.made().get().ours() > 2,
                "%s gave nothing, and %s gives.".formatted(then, now),
                "“Good. Is that the offer of all of you?”");
    }

    /** Karrass 1974: a thing made dear in order to be sold. */
    static Optional<Caution> bogey(Scene scene) {
        Optional<PlanIssue> given =
                scene.changed()
                        .filter(issue -> scene.change(Side.OURS, issue) > Concession.NOTHING)
                        .filter(issue -> stoodFor(scene, issue.id()) >= 3)
                        .findFirst();
        Optional<PlanIssue> taken =
                scene.changed()
                        .filter(issue -> scene.change(Side.OURS, issue) < -Concession.NOTHING)
                        .findFirst();
        return given.isPresent() && taken.isPresent()
                ? fits(
                        Tactic.BOGEY,
                        true,
                        "%s never moved, and is now given for %s."
                                .formatted(given.get().name(), taken.get().name()),
                        "“What is %s worth to you in truth? To us it is worth little.”"
                                .formatted(given.get().name()))
                : Optional.empty();
    }

    private static long stoodFor(Scene scene, UUID issue) {
        String now = scene.last().before().get(issue);
        return scene.by(Side.THEIRS).stream()
                .filter(move -> !move.equals(scene.last()))
                .filter(move -> Objects.equals(move.standing().get(issue), now))
                .count();
    }

    /** Much talk of what matters to nobody (Lewicki, Barry and Saunders). */
    static Optional<Caution> redHerring(Scene scene) {
        Optional<Move> before = scene.before(Side.THEIRS);
        return fits(
                Tactic.RED_HERRING,
                before.isPresent() && isLight(scene, scene.last()) && isLight(scene, before.get()),
                "Their last two moves were about what weighs little for both.",
                "“Let us keep that for the end. First: what decides it for you?”");
    }

    private static boolean isLight(Scene scene, Move move) {
        Set<UUID> changed = Scene.changed(move);
        return !changed.isEmpty()
                && changed.stream()
                        .allMatch(issue ->
                                scene.valuation().weight(Side.OURS, issue) < LIGHT
                                        && scene.valuation().weight(Side.THEIRS, issue) < LIGHT);
    }

    /** More at once than can be weighed (Lewicki, Barry and Saunders). */
    static Optional<Caution> snowJob(Scene scene) {
        long changed = scene.changed().count();
        boolean wordy = scene.last().offer().words().length() > LONG;
        return fits(
                Tactic.SNOW_JOB,
                changed >= MANY || wordy,
                wordy
                        ? "They said very much at once."
                        : "They moved %d issues at once.".formatted(changed),
                "“One after the other. Which of these matters most to you?”");
    }

    static List<Function<Scene, Optional<Caution>>> all() {
        return List.of(
                Tactics::exploding,
                Tactics::chicken,
                Tactics::higherAuthority,
                Tactics::extremeAnchor,
                Tactics::goodCop,
                Tactics::bogey,
                Tactics::redHerring,
                Tactics::snowJob);
    }
}
