/** The rules of promises and trust; plain Java. */
@NullMarked
@NamedInterface("model")
package app.rapport.promises.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
