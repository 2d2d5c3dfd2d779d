/** Risks in the database. */
@NullMarked
package app.rapport.risk.store;

import org.jspecify.annotations.NullMarked;
