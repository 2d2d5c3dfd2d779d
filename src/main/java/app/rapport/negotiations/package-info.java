/**
 * Negotiations of deals. The plan (S22): issues and options, what they are worth to us and probably
 * to them, alternatives, walk-away, aim, and all that is to be known before talking.
 *
 * <p>What sits at the table builds on it: {@link app.rapport.negotiations.Negotiations} gives a
 * {@link app.rapport.negotiations.Negotiation} to its team only; {@link
 * app.rapport.negotiations.model.Worth} maps its plan to {@code bargaining} (domain, our sketch,
 * theirs with ranges, both reservations); {@code negotiation.opened_at} says that the table opened,
 * {@link app.rapport.negotiations.model.PriceGate} whether the price may be named. Ids of issues
 * and options stay while a plan is edited, so offers may point at them.
 */
@NullMarked
@ApplicationModule(
        displayName = "negotiations",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "people",
            "deals",
            "bargaining",
            "bargaining::belief",
            "bargaining::course",
            "bargaining::offers"
        })
package app.rapport.negotiations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
