package app.rapport.kernel;

import java.time.Instant;

/**
 * Socket: a question about the whole workspace that its leaders ask, answered by a table that opens
 * at once. It counts; whose words a mail holds stays with its owners.
 */
public interface ReportSource {
    /** As it stands in addresses: lower case, with hyphens. */
    String key();

    String title();

    /** The question, as somebody would ask it. */
    String question();

    /** Smaller stands higher. */
    int order();

    ReportTable answer(Viewer viewer, Instant now);
}
