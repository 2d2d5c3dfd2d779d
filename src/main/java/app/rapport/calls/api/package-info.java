/** Plans of talks, their notes and logs as JSON. */
@NullMarked
package app.rapport.calls.api;

import org.jspecify.annotations.NullMarked;
