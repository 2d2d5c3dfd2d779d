/** SQL of the calendar's own tables. */
@NullMarked
package app.rapport.calendar.store;

import org.jspecify.annotations.NullMarked;
