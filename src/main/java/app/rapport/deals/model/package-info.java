/** The rules of deals; plain Java. */
@NullMarked
package app.rapport.deals.model;

import org.jspecify.annotations.NullMarked;
