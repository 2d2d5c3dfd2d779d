/** The rules of the table: offers, what they are worth, what was given for what. */
@NamedInterface("table")
@NullMarked
package app.rapport.negotiations.model.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
