package app.rapport.mirror.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What was replied to a question.
 *
 * @param often empty where it was left out
 */
public record Reply(Question question, Optional<Often> often, Instant at) {}
