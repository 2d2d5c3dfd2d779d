/** PostgreSQL: the embedded server, the workspace of the current transaction, migrations. */
@NullMarked
@ApplicationModule(
        displayName = "database",
        allowedDependencies = {"kernel"})
package app.rapport.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
