/** Imports as JSON. */
@NullMarked
package app.rapport.exchange.api;

import org.jspecify.annotations.NullMarked;
