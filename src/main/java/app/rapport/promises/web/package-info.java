/** Pages of promises. */
@NullMarked
package app.rapport.promises.web;

import org.jspecify.annotations.NullMarked;
