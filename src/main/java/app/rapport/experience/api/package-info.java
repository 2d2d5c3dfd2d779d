/** The same as JSON. */
@NullMarked
package app.rapport.experience.api;

import org.jspecify.annotations.NullMarked;
