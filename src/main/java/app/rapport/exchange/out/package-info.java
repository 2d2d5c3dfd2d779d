/** The forms in which everything leaves: tables, cards, lines of JSON, an mbox. */
@NullMarked
package app.rapport.exchange.out;

import org.jspecify.annotations.NullMarked;
