/** Negotiations in the database. */
@NullMarked
package app.rapport.negotiations.store;

import org.jspecify.annotations.NullMarked;
