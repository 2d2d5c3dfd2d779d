/** SQL of the room's own tables. */
@NullMarked
package app.rapport.experience.store;

import org.jspecify.annotations.NullMarked;
