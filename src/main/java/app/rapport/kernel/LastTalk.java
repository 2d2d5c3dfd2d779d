package app.rapport.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Socket: when people and we last spoke, for lists. */
public interface LastTalk {
    /**
     * Of each of these people that ever talked with us, up to a moment; a few statements for all.
     */
    Map<PersonId, Talk> lastTalks(Viewer viewer, Collection<PersonId> people, Instant at);

    /**
     * @param theirs when they last wrote or called, {@code ours} when we did
     */
    record Talk(Optional<Instant> theirs, Optional<Instant> ours) {
        public static final Talk NEVER = new Talk(Optional.empty(), Optional.empty());

        public Optional<Instant> newest() {
            return Stream.of(theirs, ours).flatMap(Optional::stream).max(Instant::compareTo);
        }
    }
}
