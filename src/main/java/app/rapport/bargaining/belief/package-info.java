/** What the other side probably cares for, learned from their offers and their words. */
@NullMarked
@NamedInterface("belief")
package app.rapport.bargaining.belief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
