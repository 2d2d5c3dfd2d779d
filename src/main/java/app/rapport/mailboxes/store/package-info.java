/** SQL of the tables of mailboxes. */
@NullMarked
package app.rapport.mailboxes.store;

import org.jspecify.annotations.NullMarked;
