/** What a mailbox is, and the rules of reading one; plain Java. */
@NullMarked
@NamedInterface("model")
package app.rapport.mailboxes.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
