/** SQL of talks. */
@NullMarked
package app.rapport.calls.store;

import org.jspecify.annotations.NullMarked;
