package app.rapport.negotiations.model.table;

import app.rapport.bargaining.course.Turn.Side;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanIssue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is looked at when a move is judged: the move, and all that was said before it.
 *
 * @param path ends with the move
 * @param endsOn until when there is time
 */
public record Scene(List<Move> path, Valuation valuation, Ledger ledger, Optional<Instant> endsOn) {
    public Scene {
        path = List.copyOf(path);
    }

    /** Of a path with one move at least. */
    public static Scene of(List<Move> path, Valuation valuation, Optional<Instant> endsOn) {
        return new Scene(path, valuation, Ledger.of(path, valuation), endsOn);
    }

    public Plan plan() {
        return valuation.plan();
    }

    public Move last() {
        return path.getLast();
    }

    /** All before the move. */
    List<Move> earlier() {
        return path.subList(0, path.size() - 1);
    }

    List<Move> by(Side side) {
        return path.stream().filter(move -> move.by() == side).toList();
    }

    /** The last move of a side before this one. */
    Optional<Move> before(Side side) {
        return earlier().stream().filter(move -> move.by() == side).reduce((_, later) -> later);
    }

    /** What the move changed, where it is not the first of its side. */
    Optional<Concession> made() {
        return ledger.entries().isEmpty() || !ledger.entries().getLast().move().equals(last())
                ? Optional.empty()
                : Optional.of(ledger.entries().getLast());
    }

    /** What we give with it; empty where it is theirs, or gives nothing. */
    Optional<Concession> given() {
        return made().filter(one -> one.move().isOurs() && one.isOne());
    }

    /** Our points that they gave since our last move. */
    double gotSince() {
        double got = 0;
        for (Move move : earlier().reversed()) {
            if (move.isOurs()) break;
            got += valuation.change(Side.OURS, move.before(), move.standing());
        }
        return got;
    }

    /** The issues of the move that cost whoever made it. */
    List<PlanIssue> dear() {
        return changed().filter(issue -> change(last().by(), issue) < -Concession.NOTHING).toList();
    }

    /** What the move changes of an issue for a side. */
    double change(Side side, PlanIssue issue) {
        return valuation.change(side, issue.id(), last().before(), last().standing());
    }

    /** The issues that the move changes and that were named before. */
    Stream<PlanIssue> changed() {
        return plan().issues().stream()
                .filter(issue -> last().changed().contains(issue.id()))
                .filter(issue -> last().before().containsKey(issue.id()));
    }

    static Set<UUID> changed(Move move) {
        return move.changed().stream()
                .filter(move.before()::containsKey)
                .collect(Collectors.toSet());
    }

    String option(PlanIssue issue) {
        String choice = last().standing().getOrDefault(issue.id(), "");
        return issue.unit().isEmpty() ? choice : choice + " " + issue.unit();
    }

    Duration sincePrevious() {
        return earlier().isEmpty()
                ? Duration.ofDays(1)
                : Duration.between(earlier().getLast().at(), last().at());
    }
}
