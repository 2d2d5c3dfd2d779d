/** The calendar as JSON. */
@NullMarked
package app.rapport.calendar.api;

import org.jspecify.annotations.NullMarked;
