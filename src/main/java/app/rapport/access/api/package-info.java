/** The ground of the API: who asks, and how refusals are said. */
@NullMarked
package app.rapport.access.api;

import org.jspecify.annotations.NullMarked;
