package app.rapport.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Socket: sources from which touches come in by themselves. Today says up to when each was read,
 * and warns when one is silent.
 */
public interface TouchFeed {
    /** Those of the viewer. */
    List<Reached> reached(Viewer viewer);

    /**
     * How far a source was read.
     *
     * @param upTo nothing before that moment is missing; empty while it was never read to its end
     * @param trouble why it cannot be read, one or two sentences
     * @param mend the page on which that can be mended
     */
    record Reached(String name, Optional<Instant> upTo, Optional<String> trouble, String mend) {}
}
