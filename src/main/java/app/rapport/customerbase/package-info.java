/** Statistics of rhythm and return. A leaf: no Spring, no SQL, no clock. */
@NullMarked
@ApplicationModule(
        displayName = "customerbase",
        allowedDependencies = {})
package app.rapport.customerbase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
