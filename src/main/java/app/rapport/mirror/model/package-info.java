/** The rules of the mirror; plain Java. */
@NullMarked
@NamedInterface("model")
package app.rapport.mirror.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
