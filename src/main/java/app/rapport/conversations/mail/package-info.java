/** A mail understood: its parts, its kind, whom a delivery report names. Plain Java over MIME. */
@NullMarked
@NamedInterface("mail")
package app.rapport.conversations.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
