/** Today as JSON. */
@NullMarked
package app.rapport.agenda.api;

import org.jspecify.annotations.NullMarked;
