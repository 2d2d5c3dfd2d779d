/** Rules of access that need no server. */
@NullMarked
package app.rapport.access.model;

import org.jspecify.annotations.NullMarked;
