/** The same, as JSON. */
@NullMarked
package app.rapport.balance.api;

import org.jspecify.annotations.NullMarked;
