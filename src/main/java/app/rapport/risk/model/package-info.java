/** The rules of risk; plain Java. */
@NullMarked
package app.rapport.risk.model;

import org.jspecify.annotations.NullMarked;
