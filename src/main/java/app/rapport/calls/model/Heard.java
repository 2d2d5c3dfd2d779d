package app.rapport.calls.model;

import app.rapport.kernel.TouchId;
import java.time.Instant;
import java.util.Optional;

/**
 * Words that were heard of somebody, and accepted as what they are.
 *
 * @param touch in which they stand
 */
public record Heard(Found.Kind kind, String words, Instant at, Optional<TouchId> touch) {}
