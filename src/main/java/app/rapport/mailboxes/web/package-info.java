/** Pages of mailboxes. */
@NullMarked
package app.rapport.mailboxes.web;

import org.jspecify.annotations.NullMarked;
