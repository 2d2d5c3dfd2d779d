package app.rapport.negotiations;

import app.rapport.access.Refused;
import app.rapport.bargaining.course.Turn.Side;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PriceGate;
import app.rapport.negotiations.model.table.Offer.Below;
import app.rapport.negotiations.model.table.Valuation;
import app.rapport.negotiations.model.table.WalkAwayGate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What an offer needs before it is put on the table. */
record OfferRules(Sitting sitting, Said said) {
    private static final int LONGEST = 2_000;

    /**
     * @throws Refused for an issue or an option that the plan does not know
     */
    void check() {
        if (said.choices().isEmpty())
            throw new Refused("choices", "Choose an option of one issue at least");
        said.choices().forEach(this::check);
    }

    private void check(UUID id, String choice) {
        PlanIssue issue =
                sitting.plan()
                        .issue(id)
                        .orElseThrow(() -> new Refused("choices", "There is no such issue"));
        if (!issue.choices().contains(choice))
            throw new Refused(
                    "choices", "\"" + choice + "\" is no option of \"" + issue.name() + "\"");
    }

    private boolean isOurs() {
        return said.by() == Side.OURS;
    }

    /**
     * What the plan says of the price from now on, where we name it before its time.
     *
     * @throws Refused without a reason
     */
    Optional<PriceGate> priceNamed() {
        Plan plan = sitting.plan();
        if (!isOurs() || !namesPrice() || plan.price().isOpen()) return Optional.empty();
        if (said.priceReason().isBlank())
            throw new Refused(
                    "priceReason",
                    plan.price().words().replaceFirst("\\.$", "")
                            + ". Leave it out, or say why it cannot wait");
        return Optional.of(new PriceGate(plan.price().ticks(), shortened(said.priceReason())));
    }

    private boolean namesPrice() {
        Map<UUID, String> standing = sitting.standing(true);
        return Valuation.prices(sitting.plan()).stream()
                .filter(said.choices()::containsKey)
                .anyMatch(issue -> !Objects.equals(said.choices().get(issue), standing.get(issue)));
    }

    /**
     * Why it may go under the walk-away, where it does.
     *
     * @throws Refused without a reason
     */
    Optional<Below> below() {
        if (!isOurs()) return Optional.empty();
        Map<UUID, String> standing = new HashMap<>(sitting.standing(true));
        standing.putAll(said.choices());
        if (!WalkAwayGate.bars(standing, sitting.path(), sitting.valuation()))
            return Optional.empty();
        if (said.belowReason().isBlank())
            throw new Refused(
                    "belowReason",
                    "That is under your walk-away. Say why; a second person agrees before you say it");
        return Optional.of(new Below(shortened(said.belowReason()), Optional.empty()));
    }

    static String shortened(String text) {
        String stripped = text.strip();
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST);
    }
}
