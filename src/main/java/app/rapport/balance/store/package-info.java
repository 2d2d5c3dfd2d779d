/** SQL of this room's own tables. */
@NullMarked
package app.rapport.balance.store;

import org.jspecify.annotations.NullMarked;
