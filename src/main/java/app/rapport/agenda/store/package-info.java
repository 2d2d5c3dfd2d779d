/** SQL of the tables of Today. */
@NullMarked
package app.rapport.agenda.store;

import org.jspecify.annotations.NullMarked;
