/** Workspaces, members, login, tokens: who may come in, and who is us. */
@NullMarked
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {"kernel", "database", "database :: backup", "ui", "post"})
package app.rapport.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
