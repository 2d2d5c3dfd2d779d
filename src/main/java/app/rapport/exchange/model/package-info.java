/** What an import is, and what became of its items; plain Java. */
@NullMarked
@NamedInterface("model")
package app.rapport.exchange.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
