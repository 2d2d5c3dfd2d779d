/** The rules of the experience ledger and of asking. */
@NullMarked
package app.rapport.experience.model;

import org.jspecify.annotations.NullMarked;
