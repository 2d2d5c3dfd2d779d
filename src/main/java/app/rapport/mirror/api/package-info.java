/** The same as the pages, as JSON. */
@NullMarked
package app.rapport.mirror.api;

import org.jspecify.annotations.NullMarked;
