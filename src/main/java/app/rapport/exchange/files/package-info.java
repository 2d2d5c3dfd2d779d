/**
 * Mail archives of every usual form as a stream of single messages; memory does not grow with the
 * file.
 */
@NullMarked
@NamedInterface("files")
package app.rapport.exchange.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
