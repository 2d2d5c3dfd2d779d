/** Page frame, components and formatting. */
@NullMarked
@ApplicationModule(
        displayName = "ui",
        allowedDependencies = {"kernel"})
package app.rapport.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
