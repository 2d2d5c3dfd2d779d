/** Who goes how far in a relation: our share of the effort, and what made it. */
@NullMarked
@ApplicationModule(
        displayName = "balance",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "people",
            "conversations",
            "promises",
            "promises :: model",
            "deals"
        })
package app.rapport.balance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
