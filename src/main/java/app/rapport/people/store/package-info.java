/** SQL of the people room's own tables. */
@NullMarked
package app.rapport.people.store;

import org.jspecify.annotations.NullMarked;
