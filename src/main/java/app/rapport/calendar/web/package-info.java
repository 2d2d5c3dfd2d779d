/** Pages of the calendar. */
@NullMarked
package app.rapport.calendar.web;

import org.jspecify.annotations.NullMarked;
