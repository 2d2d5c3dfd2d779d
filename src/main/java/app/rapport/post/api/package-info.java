/** Outgoing mail over the API. */
@NullMarked
package app.rapport.post.api;

import org.jspecify.annotations.NullMarked;
