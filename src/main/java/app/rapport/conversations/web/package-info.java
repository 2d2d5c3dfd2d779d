/** Pages and page parts about what was said. */
@NullMarked
package app.rapport.conversations.web;

import org.jspecify.annotations.NullMarked;
