/** Deals in the database. */
@NullMarked
package app.rapport.deals.store;

import org.jspecify.annotations.NullMarked;
