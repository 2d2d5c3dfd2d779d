package app.rapport.negotiations;

import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.table.Agreement;
import app.rapport.negotiations.model.table.Ending;
import app.rapport.negotiations.model.table.Ledger;
import app.rapport.negotiations.model.table.Move;
import app.rapport.negotiations.model.table.NotedCaution;
import app.rapport.negotiations.model.table.Offer;
import app.rapport.negotiations.model.table.Scene;
import app.rapport.negotiations.model.table.TableState;
import app.rapport.negotiations.model.table.Valuation;
import app.rapport.negotiations.store.OfferRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened at the table of a negotiation.
 *
 * @param offers all of them in their order, also what waits for a second person
 * @param late what came when the table had closed: notes beside it, which change nothing
 * @param path what was said
 * @param cautions what was warned of, and which tactics were offered
 * @param valuation what packages are worth, by what is believed now; concluded once it is asked for
 */
public record Sitting(
        Negotiation negotiation,
        TableState state,
        List<Offer> offers,
        List<Offer> late,
        List<Move> path,
        List<NotedCaution> cautions,
        Valuation valuation) {
    public Sitting {
        offers = List.copyOf(offers);
        late = List.copyOf(late);
        path = List.copyOf(path);
        cautions = List.copyOf(cautions);
    }

    static Sitting of(
            Negotiation negotiation,
            TableState state,
            OfferRows.Noted offers,
            List<NotedCaution> cautions,
            Valuation.Hearing hearing) {
        List<Move> path = Move.path(offers.said());
        return new Sitting(
                negotiation,
                state,
                offers.said(),
                offers.late(),
                path,
                cautions,
                Valuation.of(negotiation.plan(), path, hearing));
    }

    public Plan plan() {
        return negotiation.plan();
    }

    /** The last move of our side or theirs. */
    public Optional<Move> last(boolean ours) {
        return path.stream().filter(move -> move.isOurs() == ours).reduce((_, later) -> later);
    }

    /** Where that side stands. */
    public Map<UUID, String> standing(boolean ours) {
        return last(ours).map(Move::standing).orElse(Map.of());
    }

    /** What was given, and what came back. */
    public Ledger ledger() {
        return Ledger.of(path, valuation);
    }

    /** What would be looked at if that were said now. */
    public Optional<Scene> scene(Offer next) {
        List<Offer> said = new ArrayList<>(offers);
        said.add(next);
        List<Move> then = Move.path(said);
        return then.size() > path.size()
                ? Optional.of(Scene.of(then, valuation, state.endsOn()))
                : Optional.empty();
    }

    /**
     * What waits for an answer of the last offers of both, the newest first: older ones are past.
     */
    public List<NotedCaution> open() {
        Set<UUID> last =
                Stream.of(last(true), last(false))
                        .flatMap(Optional::stream)
                        .map(move -> move.offer().id())
                        .collect(Collectors.toSet());
        return cautions.stream()
                .filter(NotedCaution::isOpen)
                .filter(one -> last.contains(one.offer()))
                .toList()
                .reversed();
    }

    public Optional<Offer> offer(UUID id) {
        return offers.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Offers of ours that wait for a second person. */
    public List<Offer> waiting() {
        return offers.stream().filter(Offer::waits).toList();
    }

    /** What was agreed upon, where the table closed with an agreement. */
    public Optional<Agreement> agreement() {
        return state.ending()
                .flatMap(ending ->
                        ending instanceof Ending.Agreed agreed
                                ? agreement(agreed)
                                : Optional.empty());
    }

    private Optional<Agreement> agreement(Ending.Agreed agreed) {
        return path.stream()
                .filter(move -> move.offer().id().equals(agreed.offer()))
                .findFirst()
                .map(move ->
                        new Agreement(
                                move.standing(),
                                move,
                                valuation.of(move.standing()),
                                agreed.at(),
                                agreed.by()));
    }
}
