/** What passed between us and people: touches, threads, mail understood, backstory. */
@NullMarked
@ApplicationModule(
        displayName = "conversations",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "post",
            "people",
            "listening",
            "customerbase"
        })
package app.rapport.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
