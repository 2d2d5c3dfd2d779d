/** Negotiations in files: GENIUS XML and our own JSON. */
@NullMarked
@NamedInterface("files")
package app.rapport.bargaining.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
