/** Pages of talks. */
@NullMarked
package app.rapport.calls.web;

import org.jspecify.annotations.NullMarked;
