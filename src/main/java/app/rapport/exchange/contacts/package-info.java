/**
 * Contact, company and calendar files: what they are, what each row, card or event says; plain
 * Java.
 */
@NullMarked
package app.rapport.exchange.contacts;

import org.jspecify.annotations.NullMarked;
