package app.rapport.negotiations.model.table;

import app.rapport.bargaining.course.Turn.Side;
import app.rapport.negotiations.model.PlanIssue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Warnings of a move of ours, before it is made. */
final class OurCautions {
    private static final Duration HASTE = Duration.ofSeconds(90);
    private static final double LATE = 0.8;

    private OurCautions() {}

    /** Under what we said in calm that we would not go (escalation: Staw 1976). */
    static Optional<Caution> belowWalkAway(Scene scene) {
        if (!WalkAwayGate.bars(scene.last().standing(), scene.earlier(), scene.valuation()))
            return Optional.empty();
        double under =
                scene.valuation().walkAway().orElse(0)
                        - scene.valuation().of(scene.last().standing()).middle();
        return Optional.of(
                new Caution(
                        Warning.BELOW_WALK_AWAY,
                        "It lies %d points under your walk-away, which was set in calm. It needs a written reason and a second person."
                                .formatted(Math.round(under)),
                        "“That I cannot do. Let me tell you why.”"));
    }

    /** Karrass 1974: whoever moves first on what matters most tends to end lower. */
    static Optional<Caution> firstOnMajor(Scene scene) {
        boolean somebodyMoved =
                scene.ledger().entries().stream()
                        .anyMatch(one -> one.isOne() && !one.move().equals(scene.last()));
        if (somebodyMoved || scene.given().isEmpty()) return Optional.empty();
        double mean = 1.0 / scene.plan().issues().size();
        return scene.dear().stream()
                .filter(issue -> scene.valuation().weight(Side.OURS, issue.id()) >= mean - 1e-9)
                .findFirst()
                .map(issue ->
                        new Caution(
                                Warning.FIRST_ON_MAJOR,
                                "%s weighs %d of 100 for you, and they have not moved yet."
                                        .formatted(issue.name(), weight(scene, issue)),
                                "“Before we speak of %s: what can you move for us?”"
                                        .formatted(issue.name())));
    }

    private static long weight(Scene scene, PlanIssue issue) {
        return Math.round(100 * scene.valuation().weight(Side.OURS, issue.id()));
    }

    /** Gouldner 1960: what is given for nothing calls for nothing. */
    static Optional<Caution> withoutReturn(Scene scene) {
        Optional<Concession> given = scene.given();
        boolean asks =
                scene.changed()
                        .anyMatch(issue -> scene.change(Side.OURS, issue) > Concession.NOTHING);
        if (given.isEmpty() || isPaid(scene) || asks || scene.before(Side.THEIRS).isEmpty())
            return Optional.empty();
        String words = Words.named(scene.dear(), scene);
        Optional<Caution.Ask> ask = Returns.forWhat(scene);
        String costs =
                "%s costs you %d points and is probably worth %d to them. Nothing comes back for it."
                        .formatted(
                                words,
                                Math.round(given.get().cost()),
                                Math.round(given.get().gift()));
        String say =
                ask.map(one ->
                                "“%s is possible. For that we would need %s %s.”"
                                        .formatted(words, one.name(), one.option()))
                        .orElse("“%s is possible. What can you do for it?”".formatted(words));
        return Optional.of(new Caution(Warning.WITHOUT_RETURN, costs, say, ask));
    }

    /** Whether they gave since our last move, and as much as that one gave them. */
    private static boolean isPaid(Scene scene) {
        double gave =
                scene.ledger().by(Side.OURS).reversed().stream()
                        .skip(1)
                        .findFirst()
                        .map(Concession::cost)
                        .orElse(0.0);
        return scene.gotSince() > Concession.NOTHING && scene.gotSince() >= gave;
    }

    /** Raiffa 1982, chapter 4: steps that shrink tell that the end is near. */
    static Optional<Caution> growingSteps(Scene scene) {
        List<Concession> ours =
                scene.ledger().by(Side.OURS).stream().filter(Concession::isOne).toList();
        if (scene.given().isEmpty() || ours.size() < 2) return Optional.empty();
        double now = ours.getLast().cost();
        double before = ours.get(ours.size() - 2).cost();
        if (now <= before + 1) return Optional.empty();
        return Optional.of(
                new Caution(
                        Warning.GROWING_STEPS,
                        "Your last step gave %d points, this one gives %d. Steps that grow tell them that waiting pays."
                                .formatted(Math.round(before), Math.round(now)),
                        "“I am near the end of what I can move. What else would help you?”"));
    }

    /** Karrass 1974, quick deals: what is settled fast is settled unevenly. */
    static Optional<Caution> rushing(Scene scene) {
        boolean answers = !scene.earlier().isEmpty() && !scene.earlier().getLast().isOurs();
        if (scene.given().isEmpty() || !answers || scene.sincePrevious().compareTo(HASTE) >= 0)
            return Optional.empty();
        return Optional.of(
                new Caution(
                        Warning.RUSHING,
                        "They spoke %d seconds ago, and you give already."
                                .formatted(scene.sincePrevious().toSeconds()),
                        "“Let me work out what that means. Give me ten minutes.”"));
    }

    /** Fisher and Ury 1981: yield to reasons, not to pressure. */
    static Optional<Caution> pressure(Scene scene) {
        if (scene.given().isEmpty()) return Optional.empty();
        return scene.before(Side.THEIRS)
                .flatMap(move -> Cues.PRESSURE.in(move.offer().words()))
                .map(words ->
                        new Caution(
                                Warning.PRESSURE,
                                "They said “%s”, and gave no reason that you would give for."
                                        .formatted(words),
                                "“I hear that. What makes it the right figure?”"));
    }

    /** Cohen 1980: to care, but not that much. Whoever bids against oneself shows a need. */
    static Optional<Caution> neededTooBadly(Scene scene) {
        boolean twice = !scene.earlier().isEmpty() && scene.earlier().getLast().isOurs();
        if (scene.given().isEmpty() || !twice) return Optional.empty();
        return Optional.of(
                new Caution(
                        Warning.NEEDED_TOO_BADLY,
                        "You spoke last, and give again without an answer: you bid against yourself.",
                        "“Our offer stands. I would like to hear yours.”"));
    }

    /**
     * Roth, Murnighan and Schoumaker 1988: agreements, and what is given for them, crowd at the
     * end.
     */
    static Optional<Caution> deadline(Scene scene) {
        if (scene.given().isEmpty() || scene.endsOn().isEmpty()) return Optional.empty();
        Duration all = Duration.between(scene.path().getFirst().at(), scene.endsOn().get());
        Duration gone = Duration.between(scene.path().getFirst().at(), scene.last().at());
        if (all.isZero() || all.isNegative() || (double) gone.toMillis() / all.toMillis() < LATE)
            return Optional.empty();
        long left = Math.max(0, all.minus(gone).toMinutes());
        return Optional.of(
                new Caution(
                        Warning.DEADLINE,
                        "%d minutes are left, and you give. Theirs run out as well."
                                .formatted(left),
                        "“The clock is no reason. If we are not there in time, we meet again.”"));
    }
}
