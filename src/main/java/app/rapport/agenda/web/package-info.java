/** Pages of Today. */
@NullMarked
package app.rapport.agenda.web;

import org.jspecify.annotations.NullMarked;
