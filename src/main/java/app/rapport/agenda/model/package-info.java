/** The rules of Today; plain Java. */
@NullMarked
@NamedInterface("model")
package app.rapport.agenda.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
