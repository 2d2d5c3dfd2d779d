/** Outgoing mail: how it leaves the house, and an outbox that loses and doubles nothing. */
@NullMarked
@ApplicationModule(
        displayName = "post",
        allowedDependencies = {"kernel", "database", "ui"})
package app.rapport.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
