/** Rules of meetings; plain Java. */
@NullMarked
package app.rapport.calendar.model;

import org.jspecify.annotations.NullMarked;
