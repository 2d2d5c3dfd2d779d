/** Negotiations over the API. */
@NullMarked
package app.rapport.negotiations.api;

import org.jspecify.annotations.NullMarked;
