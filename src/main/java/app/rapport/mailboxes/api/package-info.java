/** Mailboxes over the API. */
@NullMarked
package app.rapport.mailboxes.api;

import org.jspecify.annotations.NullMarked;
