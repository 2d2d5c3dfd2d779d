/** Promises both ways, tasks, and the trust that grows from promises kept. */
@NullMarked
@ApplicationModule(
        displayName = "promises",
        allowedDependencies = {"customerbase"})
package app.rapport.promises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
