package app.rapport.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Socket: deals as facts, for rooms that weigh what led to them. */
public interface DealFacts {
    /** With any of these people, the newest first, as they stood at that moment. */
    List<DealFact> with(Viewer viewer, Collection<PersonId> people, Instant at);

    /** One, as it stood at that moment; empty where the viewer sees none. */
    Optional<DealFact> one(Viewer viewer, String id, Instant at);

    /** The viewer's own that were won from that day on, the latest first, as it stood then. */
    List<DealFact> won(Viewer viewer, LocalDate from, Instant at);

    /** How far it is. */
    enum Standing {
        OPEN,
        WON,
        LOST
    }

    /**
     * @param people who has a part in it; where nobody is named, who works at its company
     * @param closed when it was won or lost, where somebody said so
     */
    record DealFact(
            String id,
            String name,
            String href,
            List<PersonId> people,
            Instant begun,
            Standing standing,
            Optional<LocalDate> closed) {
        public DealFact {
            people = List.copyOf(people);
        }
    }
}
