/**
 * Measured risk (S24): what deals may cost, how much may be lost at all, what all of it rests on,
 * and when to stop. Everything is a note that somebody wrote on a day; a correction is a new one
 * beside it.
 */
@NullMarked
@ApplicationModule(
        displayName = "risk",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "deals",
            "deals::model",
            "exchange"
        })
package app.rapport.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
