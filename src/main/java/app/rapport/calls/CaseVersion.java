package app.rapport.calls;

import app.rapport.kernel.MemberId;
import java.time.Instant;

/** A revision of a business case, and who saved it. */
public record CaseVersion(int revision, Instant at, MemberId by) {}
