/**
 * Words everybody uses, and the sockets into which rooms plug. Knows nothing but {@code java.*}.
 */
@NullMarked
@ApplicationModule(
        displayName = "kernel",
        allowedDependencies = {},
        type = ApplicationModule.Type.OPEN)
package app.rapport.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
