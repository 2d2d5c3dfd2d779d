package app.rapport.negotiations;

import app.rapport.kernel.MemberId;
import java.time.Instant;

/** A plan as it stood at a revision. */
public record PlanVersion(int revision, Instant at, MemberId by, String what) {}
