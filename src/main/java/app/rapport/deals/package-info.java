/** Deals: what may be sold to whom, how far it is, and what became of it. */
@NullMarked
@ApplicationModule(
        displayName = "deals",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "people",
            "exchange",
            "exchange::contacts"
        })
package app.rapport.deals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
