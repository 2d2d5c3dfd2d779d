/** When something is due, as people write it. A leaf: no clock, the moment of writing is given. */
@NullMarked
@NamedInterface("dates")
package app.rapport.listening.dates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
