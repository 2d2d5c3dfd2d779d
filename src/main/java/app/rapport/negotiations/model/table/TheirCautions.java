package app.rapport.negotiations.model.table;

import app.rapport.bargaining.course.Turn.Side;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Warnings of what is said on either side, once it is. */
final class TheirCautions {
    /** So near to one another both see the end. */
    private static final double NEAR = 15;

    private static final int IN_A_ROW = 3;

    private TheirCautions() {}

    /** Bazerman 1983, the fixed pie: with one issue alone each gain is the other's loss. */
    static Optional<Caution> priceOnly(Scene scene) {
        Set<UUID> prices = Valuation.prices(scene.plan());
        List<Move> path = scene.path();
        if (prices.isEmpty()
                || prices.size() == scene.plan().issues().size()
                || path.size() < IN_A_ROW) return Optional.empty();
        boolean only =
                path.subList(path.size() - IN_A_ROW, path.size()).stream()
                        .map(Scene::changed)
                        .allMatch(changed -> !changed.isEmpty() && prices.containsAll(changed));
        return only
                ? Optional.of(
                        new Caution(
                                Warning.PRICE_ONLY,
                                "The last %d moves were about the price alone, and each point of it is lost by one of you."
                                        .formatted(IN_A_ROW),
                                "“Let us leave the price for a moment. What would %s be worth to you?”"
                                        .formatted(dearest(scene, prices))))
                : Optional.empty();
    }

    private static String dearest(Scene scene, Set<UUID> prices) {
        return scene.plan().issues().stream()
                .filter(issue -> !prices.contains(issue.id()))
                .max((a, b) -> Double.compare(weight(scene, a), weight(scene, b)))
                .map(PlanIssue::name)
                .orElse("something else");
    }

    private static double weight(Scene scene, PlanIssue issue) {
        return scene.valuation().weight(Side.THEIRS, issue.id());
    }

    /** Raiffa 1982, chapter 4: the middle favours who opened further out. */
    static Optional<Caution> splitting(Scene scene) {
        Optional<String> said = Cues.HALFWAY.in(scene.last().offer().words());
        return scene.changed()
                .filter(issue -> issue.scale().isPresent())
                .filter(issue -> isMiddle(scene, issue))
                .map(PlanIssue::name)
                .findFirst()
                .or(() -> said.map(_ -> "the whole"))
                .map(what ->
                        new Caution(
                                Warning.SPLITTING,
                                "The middle of two first offers favours whoever opened further out; it says nothing of what %s is worth."
                                        .formatted(what),
                                "“The middle is no measure. Let us look at what it is worth to you.”"));
    }

    private static boolean isMiddle(Scene scene, PlanIssue issue) {
        Side other = scene.last().by().opposite();
        Optional<String> theirs =
                scene.before(other)
                        .flatMap(move -> Optional.ofNullable(move.standing().get(issue.id())));
        if (theirs.isEmpty()) return false;
        BigDecimal from = new BigDecimal(scene.last().before().getOrDefault(issue.id(), "0"));
        BigDecimal to = new BigDecimal(scene.last().standing().getOrDefault(issue.id(), "0"));
        BigDecimal across = new BigDecimal(theirs.get());
        BigDecimal step = issue.scale().orElseThrow().step();
        BigDecimal apart = from.subtract(across).abs();
        BigDecimal off = from.add(across).subtract(to.add(to)).abs();
        return apart.compareTo(step.add(step)) >= 0 && off.compareTo(step) <= 0;
    }

    /** Schelling 1960; Fisher and Ury 1981: ask how much authority they have before you give. */
    static Optional<Caution> noAuthority(Scene scene) {
        if (scene.last().isOurs()) return Optional.empty();
        Optional<String> said = Cues.AUTHORITY.in(scene.last().offer().words());
        String reason =
                said.map(words -> "They said “%s”.".formatted(words))
                        .or(() ->
                                stranger(scene)
                                        .map(
                                                "Your plan does not name %s among those who decide."
                                                        ::formatted))
                        .orElse("");
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Caution(
                                Warning.NO_AUTHORITY,
                                reason + " What you give now is where the next one begins.",
                                "“If the two of us agree today, who else has to say yes?”"));
    }

    /** Who speaks for the first time, and is not among those who decide. */
    private static Optional<String> stranger(Scene scene) {
        String who = scene.last().offer().from();
        boolean spokeBefore =
                scene.earlier().stream().anyMatch(move -> move.offer().from().equals(who));
        String deciders =
                scene.plan().lines(Section.DECIDER).stream()
                        .filter(line -> line.side() == Section.Side.THEM)
                        .map(line -> (line.party() + " " + line.words()).toLowerCase(Locale.ROOT))
                        .reduce("", (a, b) -> a + "\n" + b);
        return who.isBlank()
                        || spokeBefore
                        || deciders.isBlank()
                        || deciders.contains(who.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(who);
    }

    /** Dawson 1995, nibbling; Freedman and Fraser 1966: little more, when yes is near. */
    static Optional<Caution> nibbling(Scene scene) {
        if (scene.last().isOurs() || scene.made().isEmpty()) return Optional.empty();
        double taken = -scene.made().get().ours();
        Optional<Move> ours = scene.before(Side.OURS);
        if (ours.isEmpty() || taken < Concession.NOTHING) return Optional.empty();
        double apart =
                scene.valuation().of(ours.get().standing()).middle()
                        - scene.valuation().of(scene.last().before()).middle();
        boolean near = apart <= NEAR || Cues.EXTRA.in(scene.last().offer().words()).isPresent();
        return near && taken <= NEAR
                ? Optional.of(
                        new Caution(
                                Warning.NIBBLING,
                                "You were %d points apart, and they ask for %d more."
                                        .formatted(
                                                Math.round(Math.max(0, apart)), Math.round(taken)),
                                "“Gladly, if we open something else for it as well.”"))
                : Optional.empty();
    }
}
