package app.rapport.promises.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A promise was worded otherwise.
 *
 * @param said what it said until then
 */
public record Wording(UUID id, String said, Instant at) {}
