/** Deals over the API. */
@NullMarked
package app.rapport.deals.api;

import org.jspecify.annotations.NullMarked;
