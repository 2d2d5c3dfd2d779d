/** Meetings to come: kept, shown as a week, and touches once they have passed. */
@NullMarked
@ApplicationModule(
        displayName = "calendar",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "people",
            "conversations",
            "exchange",
            "exchange::contacts"
        })
package app.rapport.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
