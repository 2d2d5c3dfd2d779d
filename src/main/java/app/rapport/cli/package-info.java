/** The command line: one class a command, each a thin skin over a room's face. */
@NullMarked
@ApplicationModule(displayName = "cli")
package app.rapport.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
