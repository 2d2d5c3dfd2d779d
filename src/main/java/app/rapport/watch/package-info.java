/** What those who run the server look at: is it well, and what is it doing. */
@NullMarked
@ApplicationModule(
        displayName = "watch",
        allowedDependencies = {"kernel", "database"})
package app.rapport.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
