package app.rapport.mirror.model;

import java.time.Instant;

/** What a member answered last. */
public record Said(Often often, Instant at) {}
