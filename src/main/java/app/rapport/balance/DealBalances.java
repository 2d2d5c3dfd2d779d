package app.rapport.balance;

import app.rapport.balance.Efforts.With;
import app.rapport.balance.model.Balance;
import app.rapport.balance.model.Band;
import app.rapport.kernel.DealFacts;
import app.rapport.kernel.DealFacts.DealFact;
import app.rapport.kernel.DealFacts.Standing;
import app.rapport.kernel.Estimate;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Who went how far while a deal ran, and which were won by chasing. */
@Service
public class DealBalances {
    /** So long after the sale it is worth asking why they bought. */
    static final Duration SOON = Duration.ofDays(45);

    private final List<DealFacts> sources;
    private final Efforts efforts;

    DealBalances(List<DealFacts> sources, Efforts efforts) {
        this.sources = sources;
        this.efforts = efforts;
    }

    /**
     * Our share while one deal ran, with all who have a part in it.
     *
     * @param until its end, or the moment asked for
     */
    public record OfDeal(DealFact deal, Instant from, Instant until, Estimate share) {
        public Band band() {
            return Band.of(share);
        }

        public boolean wonByChasing() {
            return deal.standing() == Standing.WON && band() == Band.CHASING;
        }
    }

    /** Those of these people, the newest first. */
    public List<OfDeal> with(Viewer viewer, Collection<PersonId> people, Instant at) {
        return weighed(viewer, deals(viewer, people, at).toList(), at);
    }

    /** One deal's; empty where the viewer sees none. */
    public Optional<OfDeal> of(Viewer viewer, String deal, Instant at) {
        List<DealFact> found =
                sources.stream().flatMap(one -> one.one(viewer, deal, at).stream()).toList();
        return weighed(viewer, found, at).stream().findFirst();
    }

    /** Those of these people that were won in that time. */
    public List<OfDeal> wonBetween(
            Viewer viewer, Collection<PersonId> people, Instant from, Instant at) {
        LocalDate day = LocalDate.ofInstant(from, viewer.zone());
        return weighed(
                viewer,
                deals(viewer, people, at)
                        .filter(deal -> deal.standing() == Standing.WON)
                        .filter(deal -> deal.closed().filter(day::isBefore).isPresent())
                        .toList(),
                at);
    }

    private Stream<DealFact> deals(Viewer viewer, Collection<PersonId> people, Instant at) {
        return sources.stream().flatMap(one -> one.with(viewer, people, at).stream());
    }

    /** The viewer's own that were won by chasing, and so lately that one can still ask why. */
    List<OfDeal> wonByChasing(Viewer viewer, Instant at) {
        LocalDate from = LocalDate.ofInstant(at.minus(SOON), viewer.zone());
        List<DealFact> won =
                sources.stream().flatMap(one -> one.won(viewer, from, at).stream()).toList();
        return weighed(viewer, won, at).stream().filter(OfDeal::wonByChasing).toList();
    }

    private List<OfDeal> weighed(Viewer viewer, List<DealFact> deals, Instant at) {
        if (deals.isEmpty()) return List.of();
        Set<PersonId> people =
                deals.stream().flatMap(deal -> deal.people().stream()).collect(Collectors.toSet());
        Instant from =
                deals.stream()
                        .map(deal -> from(deal, until(deal, viewer, at)))
                        .min(Comparator.naturalOrder())
                        .orElse(at);
        Map<PersonId, With> each = efforts.withEach(viewer, people, oldest(from, at), at);
        return deals.stream().map(deal -> weighed(viewer, deal, each, at)).toList();
    }

    private static OfDeal weighed(
            Viewer viewer, DealFact deal, Map<PersonId, With> each, Instant at) {
        Instant until = until(deal, viewer, at);
        Instant from = from(deal, until);
        Balance balance =
                With.all(
                                deal.people().stream()
                                        .map(each::get)
                                        .filter(Objects::nonNull)
                                        .toList(),
                                from)
                        .at(at);
        return new OfDeal(deal, from, until, balance.between(from, until));
    }

    /** The evening of the day on which it was decided. */
    private static Instant until(DealFact deal, Viewer viewer, Instant at) {
        return deal.closed()
                .map(day -> day.plusDays(1).atStartOfDay(viewer.zone()).toInstant())
                .filter(end -> end.isBefore(at))
                .orElse(at);
    }

    /**
     * Deals are written down late, some after they were decided: what counts is looked at anyway.
     */
    private static Instant from(DealFact deal, Instant until) {
        Instant counts = until.minus(Balance.COUNTS);
        return deal.begun().isBefore(counts) ? deal.begun() : counts;
    }

    private static Instant oldest(Instant from, Instant at) {
        Instant story = at.minus(Balance.STORY);
        return from.isBefore(story) ? story : from;
    }
}
