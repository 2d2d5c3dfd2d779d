/** SQL of this room's own tables. */
@NullMarked
package app.rapport.mirror.store;

import org.jspecify.annotations.NullMarked;
