/**
 * Which rows speak of the same thing: record linkage in the manner of Fellegi and Sunter. A leaf:
 * no Spring, no SQL, no clock.
 */
@NullMarked
@ApplicationModule(
        displayName = "linkage",
        allowedDependencies = {})
package app.rapport.linkage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
