/** The rules of the mirror; plain Java. */
@NullMarked
package app.rapport.mirror.model;

import org.jspecify.annotations.NullMarked;
