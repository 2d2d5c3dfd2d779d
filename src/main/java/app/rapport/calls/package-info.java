/**
 * Talks with people: prepared, noted while they are held, and logged against what was planned; and
 * the business case that a customer takes home from them.
 */
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
            "deals",
            "deals::model",
            "listening",
            "listening::dates"
        })
package app.rapport.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
