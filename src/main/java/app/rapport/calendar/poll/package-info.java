/** Calendars at an address: asked over HTTP; no Spring, no SQL. */
@NullMarked
package app.rapport.calendar.poll;

import org.jspecify.annotations.NullMarked;
