package app.rapport.conversations.model;

import java.time.Instant;

/**
 * One exchange with a person.
 *
 * @param ours whether it came from us
 * @param spoken whether it was said rather than written
 */
public record Beat(Instant at, boolean ours, boolean spoken) {}
