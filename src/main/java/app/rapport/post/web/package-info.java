/** Pages of outgoing mail. */
@NullMarked
package app.rapport.post.web;

import org.jspecify.annotations.NullMarked;
