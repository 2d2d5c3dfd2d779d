/**
 * Today: collects signals, ranks and merges them to one item a person, keeps what people decided.
 */
@NullMarked
@ApplicationModule(
        displayName = "agenda",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "post",
            "people",
            "conversations"
        })
package app.rapport.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
