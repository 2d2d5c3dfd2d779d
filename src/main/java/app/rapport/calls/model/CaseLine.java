package app.rapport.calls.model;

import java.util.Optional;

/** A line of a business case. */
public sealed interface CaseLine permits CaseCost, CaseBenefit {
    String name();

    /** Each time; empty while it is not known yet. */
    Optional<Span> amount();

    Timing timing();

    /** Where the figure comes from. */
    String basis();
}
