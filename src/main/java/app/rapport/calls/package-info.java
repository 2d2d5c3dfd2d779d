/** Talks with people: prepared, noted while they are held, and logged against what was planned. */
@NullMarked
@ApplicationModule(
        displayName = "calls",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "post",
            "people",
            "conversations",
            "promises",
            "promises::model",
            "calendar",
            "calendar::model",
            "listening",
            "listening::dates"
        })
package app.rapport.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
