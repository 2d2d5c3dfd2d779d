/** The rules of planning a negotiation; plain Java. */
@NullMarked
package app.rapport.negotiations.model;

import org.jspecify.annotations.NullMarked;
