package app.rapport.experience.model;

import app.rapport.kernel.ExperienceEntry;
import java.time.Instant;
import java.util.UUID;

/** What somebody says is wrong about the ledger: the entry stands, and counts nothing. */
public record Correction(UUID id, ExperienceEntry.Key entry, String words, String by, Instant at) {}
