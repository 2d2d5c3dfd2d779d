/**
 * A made-up firm to look around in: made by rules from a seed, lived through the faces of all rooms
 * as sellers would live it, and gone without a trace when somebody says so.
 */
@NullMarked
@ApplicationModule(displayName = "demo")
package app.rapport.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
