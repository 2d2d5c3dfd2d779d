/**
 * What words say: new text of a reply, asks and commitments. A leaf: no Spring, no SQL, no clock.
 */
@NullMarked
@ApplicationModule(
        displayName = "listening",
        allowedDependencies = {})
package app.rapport.listening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
