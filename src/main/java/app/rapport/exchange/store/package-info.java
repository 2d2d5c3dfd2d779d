/** SQL of the tables of exchange. */
@NullMarked
package app.rapport.exchange.store;

import org.jspecify.annotations.NullMarked;
