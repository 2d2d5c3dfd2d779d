package app.rapport.experience.api;

import java.util.UUID;

/** What was noted; by the id it is taken back. */
record Made(UUID id) {}
