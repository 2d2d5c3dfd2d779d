/** Debriefs in the database. */
@NullMarked
package app.rapport.debriefs.store;

import org.jspecify.annotations.NullMarked;
