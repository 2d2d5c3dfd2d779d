/** Contacts and accounts as JSON. */
@NullMarked
package app.rapport.people.api;

import org.jspecify.annotations.NullMarked;
