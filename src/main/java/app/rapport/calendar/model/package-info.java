/** Rules of meetings; plain Java. */
@NullMarked
@NamedInterface("model")
package app.rapport.calendar.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
