/**
 * After the table: what came of a negotiation against its plan, what was left, what was learned of
 * them and of oneself, and what was promised; and a member's own habits over many.
 */
@NullMarked
@ApplicationModule(
        displayName = "debriefs",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "people",
            "deals",
            "negotiations",
            "negotiations::model",
            "negotiations::table",
            "promises",
            "promises::model",
            "bargaining",
            "bargaining::course",
            "bargaining::offers"
        })
package app.rapport.debriefs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
