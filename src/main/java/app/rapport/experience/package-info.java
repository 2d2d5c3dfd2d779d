/** How customers experienced us: the ledger of what moved it, and what they say when asked. */
@NullMarked
@ApplicationModule(
        displayName = "experience",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "post",
            "access",
            "people",
            "conversations",
            "promises",
            "customerbase"
        })
package app.rapport.experience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
