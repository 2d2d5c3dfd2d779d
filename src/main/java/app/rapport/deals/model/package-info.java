/** The rules of deals; plain Java. */
@NamedInterface("model")
@NullMarked
package app.rapport.deals.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
