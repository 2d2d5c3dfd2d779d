package app.rapport.kernel;

import java.time.Instant;
import java.util.List;

/** Socket: who waits for the viewer, cheap enough to be asked for each page of a list. */
public interface OpenMatters {
    List<PersonId> waiting(Viewer viewer, Instant at);
}
