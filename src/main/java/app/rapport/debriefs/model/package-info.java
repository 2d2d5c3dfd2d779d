/** The rules of looking back at a table; plain Java. */
@NullMarked
package app.rapport.debriefs.model;

import org.jspecify.annotations.NullMarked;
