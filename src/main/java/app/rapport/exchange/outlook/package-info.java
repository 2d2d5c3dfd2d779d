/**
 * Messages as Outlook keeps them, in .msg files and in data files (.pst, .ost), made internet
 * messages again; contacts and meetings of a data file made cards and calendars. Plain Java.
 */
@NullMarked
package app.rapport.exchange.outlook;

import org.jspecify.annotations.NullMarked;
