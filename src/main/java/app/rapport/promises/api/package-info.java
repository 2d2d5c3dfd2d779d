/** Promises, tasks and trust as JSON. */
@NullMarked
package app.rapport.promises.api;

import org.jspecify.annotations.NullMarked;
