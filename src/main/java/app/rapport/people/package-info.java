/** Accounts and contacts: whom we know, how to reach them, where they work. */
@NullMarked
@ApplicationModule(
        displayName = "people",
        allowedDependencies = {
            "kernel",
            "database",
            "database :: backup",
            "ui",
            "access",
            "linkage"
        })
package app.rapport.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
