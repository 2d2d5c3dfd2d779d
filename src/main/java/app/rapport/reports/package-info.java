/** The leader's first look: each room's reports as pages, files and JSON. */
@NullMarked
@ApplicationModule(
        displayName = "reports",
        allowedDependencies = {"kernel", "ui", "access"})
package app.rapport.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
