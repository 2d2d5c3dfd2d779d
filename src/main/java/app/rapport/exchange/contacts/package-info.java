/**
 * Contact, company and calendar files: what they are, what each row, card or event says; plain
 * Java.
 */
@NullMarked
@NamedInterface("contacts")
package app.rapport.exchange.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
