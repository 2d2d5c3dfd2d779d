/** Debriefs over the API. */
@NullMarked
package app.rapport.debriefs.api;

import org.jspecify.annotations.NullMarked;
