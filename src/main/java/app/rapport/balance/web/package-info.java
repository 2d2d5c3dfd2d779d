/** The pages. */
@NullMarked
package app.rapport.balance.web;

import org.jspecify.annotations.NullMarked;
