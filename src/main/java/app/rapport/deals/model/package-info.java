/** The rules of deals; plain Java. */
@NullMarked
@NamedInterface("model")
package app.rapport.deals.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
