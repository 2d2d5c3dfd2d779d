package app.rapport.negotiations;

import app.rapport.access.Refused;
import app.rapport.bargaining.course.Turn.Side;
import app.rapport.kernel.MemberId;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.table.Caution;
import app.rapport.negotiations.model.table.Cautions;
import app.rapport.negotiations.model.table.Offer;
import app.rapport.negotiations.model.table.Piece;
import app.rapport.negotiations.model.table.Valuation;
import app.rapport.negotiations.model.table.Value;
import app.rapport.negotiations.model.table.WalkAwayGate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An offer before it is on the table: what it is worth, what it would change, and what there is to
 * warn of.
 *
 * @param viewer who would say it, at the moment {@code now}
 */
public record Weighing(Sitting sitting, Said said, MemberId viewer, Instant now) {
    public boolean isOurs() {
        return said.by() == Side.OURS;
    }

    /**
     * This, where the plan knows what it names.
     *
     * @throws Refused for an issue or an option that it does not know
     */
    public Weighing checked() {
        new OfferRules(sitting, said).check();
        return this;
    }

    /** The number of the draft among the offers of its side. */
    public int next() {
        return sitting.last(isOurs()).map(move -> move.number() + 1).orElse(1);
    }

    public String choice(PlanIssue issue) {
        return said.choices().getOrDefault(issue.id(), "");
    }

    /** Where the side that speaks stands once it is said. */
    public Map<UUID, String> after() {
        Map<UUID, String> after = new HashMap<>(sitting.standing(isOurs()));
        after.putAll(said.choices());
        return after;
    }

    public boolean isMoved(PlanIssue issue) {
        String before = sitting.standing(isOurs()).get(issue.id());
        return before != null && !before.equals(after().get(issue.id()));
    }

    public Value value() {
        return sitting.valuation().of(after());
    }

    /** What the draft changes for us, and probably for them, from where its side stood. */
    public double step(boolean forUs) {
        return sitting.valuation()
                .change(forUs ? Side.OURS : Side.THEIRS, sitting.standing(isOurs()), after());
    }

    /** Whether the draft names the price before its time, so that a reason is asked for. */
    public boolean asksForPrice() {
        return isOurs()
                && !sitting.plan().price().isOpen()
                && !Valuation.prices(sitting.plan()).isEmpty();
    }

    /** Whether the draft goes under the walk-away, so that a reason is asked for. */
    public boolean asksForBelow() {
        return isOurs() && WalkAwayGate.bars(after(), sitting.path(), sitting.valuation());
    }

    /** What there is to warn of before it is said. */
    public List<Caution> warnings() {
        if (!isOurs() || !sitting.state().isOpen()) return List.of();
        Offer offer =
                new Offer(
                        said.id(),
                        said.by(),
                        now,
                        viewer,
                        "",
                        said.words(),
                        said.choices(),
                        Optional.empty());
        return sitting.scene(offer).map(Cautions::of).orElse(List.of());
    }

    /** Their keys, so that who says it all the same has seen them. */
    public String seen() {
        return warnings().stream()
                .map(caution -> caution.sign().key())
                .collect(Collectors.joining(","));
    }

    /** A complex deal in pieces: each issue's part of the worth. */
    public List<Piece> pieces() {
        return Piece.of(sitting.valuation(), after());
    }
}
