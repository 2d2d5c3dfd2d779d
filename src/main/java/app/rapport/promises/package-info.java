/** Promises both ways, tasks, and the trust that grows from promises kept. */
@NullMarked
@ApplicationModule(
        displayName = "promises",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "post",
            "access",
            "people",
            "conversations",
            "listening",
            "listening::dates",
            "customerbase"
        })
package app.rapport.promises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
