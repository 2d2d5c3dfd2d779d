/** The rules of risk; plain Java. */
@NullMarked
@NamedInterface("model")
package app.rapport.risk.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
