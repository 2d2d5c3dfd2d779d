/** SQL of promises, their steps, deeds and what was not a promise. */
@NullMarked
package app.rapport.promises.store;

import org.jspecify.annotations.NullMarked;
