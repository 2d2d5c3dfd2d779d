/** The rules of Today; plain Java. */
@NullMarked
package app.rapport.agenda.model;

import org.jspecify.annotations.NullMarked;
