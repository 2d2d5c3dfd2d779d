package app.rapport.mirror.model;

import java.time.Instant;

/** What a member met at a step of the walk. */
public record Walked(boolean fine, String words, Instant at) {}
