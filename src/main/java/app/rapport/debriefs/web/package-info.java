/** Pages of debriefs. */
@NullMarked
package app.rapport.debriefs.web;

import org.jspecify.annotations.NullMarked;
