/** The rules of the experience ledger and of asking. */
@NullMarked
@NamedInterface("model")
package app.rapport.experience.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
