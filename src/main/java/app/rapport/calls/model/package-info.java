/** Rules of a talk: marks in notes, what is found in them, templates; plain Java. */
@NullMarked
@NamedInterface("model")
package app.rapport.calls.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
