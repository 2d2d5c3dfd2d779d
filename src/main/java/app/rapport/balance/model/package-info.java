/** The rules of the balance of effort; plain Java. */
@NullMarked
package app.rapport.balance.model;

import org.jspecify.annotations.NullMarked;
