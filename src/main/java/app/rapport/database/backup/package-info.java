/** The whole database as one file, and back. Knows tables by the catalog, not by name. */
@NullMarked
@NamedInterface("backup")
package app.rapport.database.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
