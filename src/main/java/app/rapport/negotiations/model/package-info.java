/** The rules of planning a negotiation; plain Java. */
@NullMarked
@NamedInterface("model")
package app.rapport.negotiations.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
