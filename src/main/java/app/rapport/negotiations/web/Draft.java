package app.rapport.negotiations.web;

import app.rapport.bargaining.course.Turn.Side;
import app.rapport.kernel.Uuid7;
import app.rapport.negotiations.Said;
import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.table.Valuation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An offer as it is being written down, before it is on the table. */
public record Draft(Said said) {
    /**
     * Begins where that side stands; our first one with the proposal, as far as the price may be
     * named.
     */
    static Draft begun(Sitting sitting, Side by) {
        Map<UUID, String> choices = new HashMap<>(sitting.standing(by == Side.OURS));
        if (choices.isEmpty() && by == Side.OURS) choices.putAll(proposal(sitting.plan()));
        return new Draft(
                new Said(Uuid7.next(), by, Optional.empty(), "", "", choices, "", "", Set.of()));
    }

    private static Map<UUID, String> proposal(Plan plan) {
        Map<UUID, String> choices = new HashMap<>(plan.proposal());
        if (!plan.price().isOpen()) choices.keySet().removeAll(Valuation.prices(plan));
        return choices;
    }

    /** From a form: a choice for each issue, under the issue's id. */
    static Draft of(Plan plan, Map<String, String> sent) {
        Map<UUID, String> choices = new HashMap<>();
        plan.issues()
                .forEach(issue -> {
                    String choice = sent.getOrDefault(issue.id().toString(), "");
                    if (issue.choices().contains(choice)) choices.put(issue.id(), choice);
                });
        return new Draft(
                new Said(
                        id(sent.getOrDefault("offer", "")),
                        side(sent.getOrDefault("by", "")),
                        moment(sent.getOrDefault("at", "")),
                        sent.getOrDefault("from", ""),
                        sent.getOrDefault("words", ""),
                        choices,
                        sent.getOrDefault("priceReason", ""),
                        sent.getOrDefault("belowReason", ""),
                        Set.copyOf(List.of(sent.getOrDefault("seen", "").split(",")))));
    }

    static Side side(String word) {
        return word.equals("theirs") ? Side.THEIRS : Side.OURS;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return Uuid7.next();
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean isOurs() {
        return said.by() == Side.OURS;
    }
}
