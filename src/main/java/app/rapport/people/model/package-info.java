/** How names, domains and addresses are read and compared; plain Java. */
@NullMarked
@NamedInterface("model")
package app.rapport.people.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
