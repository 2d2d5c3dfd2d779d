package app.rapport.negotiations.model.table;

import java.time.Instant;

/**
 * What this buyer tried at an earlier table, as a member of its team said.
 *
 * @param title of the negotiation
 */
public record CurveBall(Caution.Sign sign, String reason, String title, Instant at) {}
