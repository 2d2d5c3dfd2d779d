/** Files in, everything out, and the way back. */
@NullMarked
@ApplicationModule(
        displayName = "exchange",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "people",
            "conversations",
            "conversations::mail",
            "listening"
        })
package app.rapport.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
