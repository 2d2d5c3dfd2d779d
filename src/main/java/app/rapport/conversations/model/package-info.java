/** The rules of conversations; plain Java. */
@NullMarked
package app.rapport.conversations.model;

import org.jspecify.annotations.NullMarked;
