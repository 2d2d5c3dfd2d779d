/** Risks over the API. */
@NullMarked
package app.rapport.risk.api;

import org.jspecify.annotations.NullMarked;
