/** Speaks to a mail server, reading only. */
@NullMarked
package app.rapport.mailboxes.imap;

import org.jspecify.annotations.NullMarked;
