/** How customers met us: each member's own side against what they say of it. */
@NullMarked
@ApplicationModule(
        displayName = "mirror",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "people",
            "conversations",
            "promises",
            "promises :: model"
        })
package app.rapport.mirror;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
