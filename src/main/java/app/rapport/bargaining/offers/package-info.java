/** What to offer: packages worth the same to us, trades, gains left after an agreement. */
@NullMarked
@NamedInterface("offers")
package app.rapport.bargaining.offers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
