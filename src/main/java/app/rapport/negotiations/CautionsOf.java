package app.rapport.negotiations;

import app.rapport.kernel.Uuid7;
import app.rapport.negotiations.model.table.Caution;
import app.rapport.negotiations.model.table.Cautions;
import app.rapport.negotiations.model.table.NotedCaution;
import app.rapport.negotiations.model.table.NotedCaution.Answer;
import app.rapport.negotiations.model.table.Offer;
import app.rapport.negotiations.model.table.Scene;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is warned of when an offer is put on the table. */
final class CautionsOf {
    private CautionsOf() {}

    /**
     * @param seen what was seen while it was written down: whoever says it all the same goes on
     */
    static List<NotedCaution> said(Sitting before, Offer offer, Set<String> seen) {
        return before.scene(offer).stream()
                .flatMap(CautionsOf::all)
                .map(caution ->
                        new NotedCaution(
                                Uuid7.next(),
                                offer.id(),
                                caution,
                                offer.at(),
                                seen.contains(caution.sign().key())
                                        ? Optional.of(Answer.WENT_ON)
                                        : Optional.empty()))
                .toList();
    }

    private static Stream<Caution> all(Scene scene) {
        return Stream.concat(Cautions.of(scene).stream(), Cautions.tactics(scene).stream());
    }
}
