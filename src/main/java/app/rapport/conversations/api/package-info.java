/** Touches as JSON. */
@NullMarked
package app.rapport.conversations.api;

import org.jspecify.annotations.NullMarked;
