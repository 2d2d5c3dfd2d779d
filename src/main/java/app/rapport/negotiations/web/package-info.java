/** Pages of negotiations. */
@NullMarked
package app.rapport.negotiations.web;

import org.jspecify.annotations.NullMarked;
