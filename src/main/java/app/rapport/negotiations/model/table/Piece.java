package app.rapport.negotiations.model.table;

import app.rapport.bargaining.Negotiation;
import app.rapport.negotiations.model.PlanIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One issue of a package, and its part of the worth: a complex deal in pieces. The parts add up to
 * the whole, as worth is additive (Keeney and Raiffa 1976).
 *
 * @param most what its best option would be worth to us
 */
public record Piece(PlanIssue issue, String choice, double ours, double theirs, double most) {

    /** The pieces that a package names, in the plan's order. */
    public static List<Piece> of(Valuation valuation, Map<UUID, String> choices) {
        Negotiation negotiation = valuation.negotiation();
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at < negotiation.domain().size(); at++) {
            PlanIssue issue = valuation.plan().issues().get(at);
            String choice = choices.getOrDefault(issue.id(), "");
            int option = negotiation.domain().issue(at).options().indexOf(choice);
            if (option >= 0)
                pieces.add(
                        new Piece(
                                issue,
                                choice,
                                100 * negotiation.ours().of(at, option),
                                100 * negotiation.theirs().of(at, option),
                                100 * negotiation.ours().best(at)));
        }
        return pieces;
    }
}
